package org.shuxiang.campaign.participant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.campaign.GuardianConsent;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import org.shuxiang.contracts.campaign.ParticipationEvent.ConsentGiven;
import org.shuxiang.contracts.campaign.ParticipationEvent.ConsentWithdrawn;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantErased;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;

/**
 * What the log says of a participant, folded together: the same whatever order the events come in, and however often.
 *
 * @param participant null once they were forgotten
 * @param joinedAt the first time they joined
 * @param consent what the guardian allows now, or null when nothing is allowed or nobody was asked
 * @param consentAt when the guardian said so last
 * @param erasedAt when they asked to be forgotten
 */
public record ParticipantRecord(
        String id,
        String campaignId,
        @Nullable Participant participant,
        @Nullable Instant joinedAt,
        @Nullable GuardianConsent consent,
        @Nullable Instant consentAt,
        @Nullable Instant erasedAt) {

    /** The record after an event; an event that changes nothing gives an equal record. */
    public static ParticipantRecord after(@Nullable ParticipantRecord before, ParticipationEvent event) {
        String id = event.participant().id();
        ParticipantRecord known = before != null
                ? before
                : new ParticipantRecord(id, event.campaignId(), event.participant(), null, null, null, null);
        if (known.erasedAt() != null && !(event instanceof ParticipantErased)) {
            return known;
        }
        return switch (event) {
            case ParticipantJoined joined -> known.joined(joined);
            case ConsentGiven given -> known.consented(given.consent(), given.occurredAt());
            case ConsentWithdrawn withdrawn -> known.consented(null, withdrawn.occurredAt());
            case ParticipantErased erased -> known.erased(erased.occurredAt());
        };
    }

    private ParticipantRecord joined(ParticipantJoined event) {
        boolean first = joinedAt == null || event.occurredAt().isBefore(joinedAt);
        return first
                ? new ParticipantRecord(
                        id, campaignId, event.participant(), event.occurredAt(), consent, consentAt, null)
                : this;
    }

    private ParticipantRecord consented(@Nullable GuardianConsent said, Instant at) {
        if (consentAt != null && (at.isBefore(consentAt) || (at.equals(consentAt) && consent == null))) {
            return this;
        }
        return new ParticipantRecord(id, campaignId, participant, joinedAt, said, at, null);
    }

    private ParticipantRecord erased(Instant at) {
        Instant first = erasedAt != null && erasedAt.isBefore(at) ? erasedAt : at;
        return new ParticipantRecord(id, campaignId, null, null, null, null, first);
    }
}
