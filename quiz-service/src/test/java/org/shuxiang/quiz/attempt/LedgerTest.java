package org.shuxiang.quiz.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.quiz.QuizFixture.EVENING;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.quiz.AttemptLimits;
import org.shuxiang.contracts.quiz.RejectionReason;

class LedgerTest {

    private static final AttemptLimits TWO_A_DAY = new AttemptLimits(2, null);
    /** The last second of New Year's Eve in Beijing, where it is still afternoon in UTC. */
    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-02-16T15:59:59Z");

    @Test
    void countsAttemptsByTheDayInBeijing() {
        Ledger ledger = Ledger.empty("l")
                .with(entry("a", BEFORE_MIDNIGHT, 10, 1_000, null))
                .with(entry("b", BEFORE_MIDNIGHT, 10, 1_000, null));

        assertThat(ledger.rejectionOf(BEFORE_MIDNIGHT, TWO_A_DAY)).isEqualTo(RejectionReason.DAILY_LIMIT);
        assertThat(ledger.rejectionOf(BEFORE_MIDNIGHT.plusSeconds(1), TWO_A_DAY))
                .isNull();
    }

    @Test
    void doesNotCountRejectedAttemptsAgainstTheLimits() {
        Ledger ledger = Ledger.empty("l")
                .with(entry("a", EVENING, 10, 1_000, null))
                .with(entry("b", EVENING, 10, 1_000, RejectionReason.DAILY_LIMIT));

        assertThat(ledger.rejectionOf(EVENING, TWO_A_DAY)).isNull();
        assertThat(ledger.counted()).isEqualTo(1);
    }

    @Test
    void keepsTheLimitOfTheWholeActivity() {
        Ledger ledger = Ledger.empty("l")
                .with(entry("a", EVENING, 10, 1_000, null))
                .with(entry("b", EVENING.plus(Duration.ofDays(1)), 10, 1_000, null));

        assertThat(ledger.rejectionOf(EVENING.plus(Duration.ofDays(2)), new AttemptLimits(2, 2)))
                .isEqualTo(RejectionReason.TOTAL_LIMIT);
    }

    @Test
    void prefersTheHigherScoreThenTheShorterTimeThenTheEarlierSheet() {
        Ledger ledger = Ledger.empty("l")
                .with(entry("slow", EVENING, 90, 2_000, null))
                .with(entry("fast", EVENING, 90, 1_000, null))
                .with(entry("later", EVENING.plusSeconds(1), 90, 1_000, null))
                .with(entry("hasty", EVENING, 50, 10, null))
                .with(entry("late", EVENING, 100, 10, RejectionReason.DAILY_LIMIT));

        assertThat(ledger.best()).map(Ledger.Entry::attemptId).contains("fast");
    }

    private static Ledger.Entry entry(
            String id, Instant submittedAt, int score, long millis, @Nullable RejectionReason rejection) {
        return new Ledger.Entry(id, 1, submittedAt, 0, 0, rejection, score, 100, millis, 1);
    }
}
