package org.shuxiang.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of this subject that were issued before that moment are void. Key: the subject.
 *
 * @param subject the {@code sub} of the tokens
 * @param notBefore tokens issued earlier are refused
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public record SignedOutEverywhere(String eventId, Instant occurredAt, String subject, Instant notBefore)
        implements Event {

    /** Written by campaign-api, read by every service that accepts tokens. */
    public static final Topic<SignedOutEverywhere> TOPIC =
            new Topic<>("campaign.sign-outs.v1", SignedOutEverywhere.class, true);

    @Override
    public @Nullable String campaignId() {
        return null;
    }
}
