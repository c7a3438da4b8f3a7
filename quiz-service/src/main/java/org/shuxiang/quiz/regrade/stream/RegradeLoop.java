package org.shuxiang.quiz.regrade.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shuxiang.quiz.attempt.StaleAttempts;
import org.shuxiang.quiz.bank.Corrections;
import org.shuxiang.quiz.bank.KeyCorrection;
import org.shuxiang.quiz.regrade.Regrades;
import org.shuxiang.quiz.regrade.Regrading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Works on regrades: at once when one begins here, and every few seconds on what a crash left behind. */
final class RegradeLoop implements Corrections, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RegradeLoop.class);
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final Regrades regrades;
    private final StaleAttempts attempts;
    private final Regrading regrading;
    private final Sinks.Many<Long> begun = Sinks.many().multicast().directBestEffort();
    private volatile @Nullable Disposable working;

    RegradeLoop(Regrades regrades, StaleAttempts attempts, Regrading regrading) {
        this.regrades = regrades;
        this.attempts = attempts;
        this.regrading = regrading;
    }

    @Override
    public Mono<Long> touched(KeyCorrection correction) {
        return attempts.count(correction);
    }

    @Override
    public Mono<Void> prepare(KeyCorrection correction) {
        return regrades.open(correction.bankId(), correction.version());
    }

    @Override
    public void begin() {
        // nobody listens while the service starts or stops; then the sweep finds it
        begun.tryEmitNext(0L);
    }

    @Override
    public void start() {
        working = Flux.merge(Flux.interval(SWEEP), begun.asFlux())
                .onBackpressureLatest()
                .publishOn(Schedulers.parallel(), 1)
                .concatMap(
                        tick -> regrading.work().onErrorResume(e -> {
                            log.warn("a regrade stopped and will be taken up again: {}", e.toString());
                            return Mono.empty();
                        }),
                        0)
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable running = working;
        working = null;
        if (running != null) {
            running.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return working != null;
    }
}
