package org.shuxiang.quiz.attempt;

import org.jspecify.annotations.Nullable;
import org.shuxiang.quiz.bank.KeyCorrection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The attempts that were asked a question whose key was corrected later, and that were graded before that.
 *
 * <p>Finding them scans the attempts, which nothing else may do: correcting a key is a rare job of an organiser, and an
 * index that only serves it would cost every grade on New Year's Eve.
 */
public interface StaleAttempts {

    /** Where such an attempt belongs. */
    record StaleAttempt(String attemptId, String campaignId, String activityId, String participantId) {}

    /**
     * Some of them, in no order that can be relied on; one that is passed over is found when one begins anew.
     *
     * @param after only ids greater than this one
     */
    Flux<StaleAttempt> page(KeyCorrection correction, @Nullable String after, int limit);

    Mono<Long> count(KeyCorrection correction);
}
