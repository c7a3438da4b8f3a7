package org.shuxiang.quiz.bank;

import reactor.core.publisher.Mono;

/** What follows for old attempts when a key is corrected. */
public interface Corrections {

    /** How many attempts were graded by the key that is corrected. */
    Mono<Long> touched(KeyCorrection correction);

    /** Keeps in mind that the correction is to be followed through, once its version is published. */
    Mono<Void> prepare(KeyCorrection correction);

    /** The version is published: now is the time. */
    void begin();
}
