package org.shuxiang.quiz.regrade;

import reactor.core.publisher.Mono;

/** How far the grader is behind. */
public interface GraderProgress {

    /** Completes when the grader is through with all that was in the log when this was subscribed to. */
    Mono<Void> caughtUp();
}
