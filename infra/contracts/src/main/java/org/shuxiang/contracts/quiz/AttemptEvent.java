package org.shuxiang.contracts.quiz;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.Participant;

/** What became of an answer sheet. Key: participant id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface AttemptEvent extends Event {

    @Override
    String campaignId();

    String activityId();

    String attemptId();

    Participant participant();

    /**
     * An attempt counts. {@code occurredAt} is when the sheet was submitted.
     *
     * @param score points of at most {@code maxScore}
     * @param durationMillis from issue to submission by the server's clock
     * @param keyVersion the newest version of the bank that any answer of the key comes from: of two grades of an
     *     attempt the one with the greater version holds
     */
    record AttemptGraded(
            String eventId,
            Instant occurredAt,
            String campaignId,
            String activityId,
            String attemptId,
            Participant participant,
            int number,
            int score,
            int maxScore,
            int correct,
            int total,
            long durationMillis,
            int keyVersion)
            implements AttemptEvent {}

    /** A sheet came in that a rule does not let count. */
    record AttemptRejected(
            String eventId,
            Instant occurredAt,
            String campaignId,
            String activityId,
            String attemptId,
            Participant participant,
            int number,
            RejectionReason reason)
            implements AttemptEvent {}
}
