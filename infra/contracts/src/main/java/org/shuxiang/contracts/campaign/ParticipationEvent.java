package org.shuxiang.contracts.campaign;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.Participant;

/** What a participant did with their taking part. Key: participant id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ParticipationEvent extends Event {

    @Override
    String campaignId();

    Participant participant();

    /** Somebody joined a campaign. */
    record ParticipantJoined(String eventId, Instant occurredAt, String campaignId, Participant participant)
            implements ParticipationEvent {}

    /** The guardian of a participant under 14 agreed that they take part, and said what else is allowed. */
    record ConsentGiven(
            String eventId, Instant occurredAt, String campaignId, Participant participant, GuardianConsent consent)
            implements ParticipationEvent {}

    /** The guardian took the consent back. */
    record ConsentWithdrawn(String eventId, Instant occurredAt, String campaignId, Participant participant)
            implements ParticipationEvent {}

    /** The participant asked to be forgotten. */
    record ParticipantErased(String eventId, Instant occurredAt, String campaignId, Participant participant)
            implements ParticipationEvent {}
}
