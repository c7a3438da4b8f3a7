package org.shuxiang.contracts.campaign;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.shuxiang.contracts.Event;

/**
 * The name that a participant wants to be shown by, encrypted. Key: participant id; a record without a value erases it.
 *
 * @param nickname AES-256-GCM, base64 of nonce and ciphertext, with the participant's id as associated data
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public record NicknameChosen(
        String eventId, Instant occurredAt, String campaignId, String participantId, String nickname)
        implements Event {}
