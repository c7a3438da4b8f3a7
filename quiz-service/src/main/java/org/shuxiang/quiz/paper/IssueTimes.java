package org.shuxiang.quiz.paper;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * When the paper of an attempt was handed out first, for as long as its time runs: who asks again gets the same paper
 * with the same clock. An instance that does not remember hands out another paper with its own clock, so forgetting
 * gives nobody more time for the same questions.
 */
public final class IssueTimes {

    private final Clock clock;
    private final Cache<String, Issue> issues;

    private record Issue(Instant at, Duration limit) {}

    public IssueTimes(Clock clock, int remembered) {
        this.clock = clock;
        this.issues = Caffeine.newBuilder()
                .maximumSize(remembered)
                .ticker(ticking(clock))
                .expireAfter(Expiry.creating((String attempt, Issue issue) -> issue.limit()))
                .build();
    }

    /** Whole milliseconds, as the token carries them. */
    public Instant firstIssue(String attemptId, Duration limit) {
        return issues.get(attemptId, id -> new Issue(clock.instant().truncatedTo(ChronoUnit.MILLIS), limit))
                .at();
    }

    private static Ticker ticking(Clock clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
