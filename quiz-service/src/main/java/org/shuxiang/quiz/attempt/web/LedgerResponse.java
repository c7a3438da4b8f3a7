package org.shuxiang.quiz.attempt.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.campaign.Activity;
import org.shuxiang.contracts.quiz.RejectionReason;
import org.shuxiang.quiz.attempt.Ledger;

/**
 * A participant's attempts in an activity.
 *
 * @param attemptsToday those that count
 * @param nextNumber of an attempt that was not handed in yet
 */
record LedgerResponse(
        long attemptsToday,
        int attemptsPerDay,
        @Nullable Integer attemptsInAll,
        int nextNumber,
        @Nullable Best best,
        List<Line> attempts) {

    record Best(String attemptId, int score, long durationMillis) {}

    record Line(
            String attemptId,
            int number,
            AttemptResponse.State state,
            @Nullable RejectionReason reason,
            int score,
            int maxScore,
            long durationMillis,
            Instant submittedAt) {}

    static LedgerResponse of(Ledger ledger, Activity.Quiz quiz, Instant now) {
        return new LedgerResponse(
                ledger.countedOn(now.atZone(Ledger.ZONE).toLocalDate()),
                quiz.attemptsPerDay(),
                quiz.attemptsInAll(),
                ledger.entries().stream().mapToInt(Ledger.Entry::number).max().orElse(0) + 1,
                ledger.best()
                        .map(best -> new Best(best.attemptId(), best.score(), best.durationMillis()))
                        .orElse(null),
                ledger.entries().stream()
                        .map(entry -> new Line(
                                entry.attemptId(),
                                entry.number(),
                                entry.counts() ? AttemptResponse.State.GRADED : AttemptResponse.State.REJECTED,
                                entry.rejection(),
                                entry.score(),
                                entry.maxScore(),
                                entry.durationMillis(),
                                entry.submittedAt()))
                        .toList());
    }
}
