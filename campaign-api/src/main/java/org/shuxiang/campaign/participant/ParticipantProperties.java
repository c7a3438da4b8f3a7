package org.shuxiang.campaign.participant;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people join.
 *
 * @param personalDataKey 32 random bytes in base64: nicknames are encrypted with it
 * @param challengeSecret 32 random bytes in base64: challenges are signed with it
 * @param proofOfWork whether joining asks for a solved challenge; off only where bots cannot come
 * @param challengeMaxNumber the work of a challenge: a browser tries half as many hashes on average
 * @param challengeLifetime how long a challenge may be solved and sent
 * @param participantSession how long a participant's token is good for
 */
@ConfigurationProperties("shuxiang.campaign")
public record ParticipantProperties(
        String personalDataKey,
        String challengeSecret,
        @DefaultValue("on") boolean proofOfWork,
        @DefaultValue("50000") long challengeMaxNumber,
        @DefaultValue("30m") Duration challengeLifetime,
        @DefaultValue("180d") Duration participantSession) {}
