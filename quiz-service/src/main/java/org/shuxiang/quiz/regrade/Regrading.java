package org.shuxiang.quiz.regrade;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.shuxiang.contracts.quiz.AnswerSheetEvent;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.RegradeRequested;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.platform.log.EventLog.Keyed;
import org.shuxiang.quiz.attempt.StaleAttempts;
import org.shuxiang.quiz.attempt.StaleAttempts.StaleAttempt;
import org.shuxiang.quiz.bank.BankVersion;
import org.shuxiang.quiz.bank.KeyCorrection;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the grader, who alone writes grades, to grade again what was graded by a key that is corrected: through the log,
 * behind the participant's own sheets. A pass begins when the grader is through with all that was in the log before, so
 * that what a pass finds is only what an instance graded that had not heard of the correction yet.
 */
public final class Regrading {

    /** How long an instance may be silent before another takes over. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    static final int PAGE = 1_000;

    private static final Duration BETWEEN_PASSES = Duration.ofSeconds(1);
    private static final Logger logger = LoggerFactory.getLogger(Regrading.class);

    private final Regrades regrades;
    private final QuestionBanks banks;
    private final StaleAttempts attempts;
    private final GraderProgress grader;
    private final EventLog log;
    private final Clock clock;

    public Regrading(
            Regrades regrades,
            QuestionBanks banks,
            StaleAttempts attempts,
            GraderProgress grader,
            EventLog log,
            Clock clock) {
        this.regrades = regrades;
        this.banks = banks;
        this.attempts = attempts;
        this.grader = grader;
        this.log = log;
        this.clock = clock;
    }

    /** Works on all regrades whose version is published and that nobody else works on, one after the other. */
    public Mono<Void> work() {
        return regrades.running()
                .concatMap(regrade -> banks.version(regrade.bankId(), regrade.version())
                        .map(version -> regrades.claim(regrade).flatMap(claimed -> followThrough(claimed, version)))
                        .orElse(Mono.empty()))
                .then();
    }

    private Mono<Void> followThrough(Regrade claimed, BankVersion version) {
        Optional<KeyCorrection> correction = banks.correction(version);
        if (correction.isEmpty()) {
            // opened for a change that another one forestalled
            return regrades.save(claimed.endOfPass()).then();
        }
        Mono<Void> passes = Mono.just(claimed)
                .expand(regrade ->
                        regrade.state() == Regrade.State.DONE ? Mono.empty() : step(regrade, correction.get()))
                .then();
        Mono<Void> leaseLost = Flux.interval(LEASE.dividedBy(3))
                .onBackpressureDrop()
                .concatMap(tick -> regrades.renew(claimed))
                .filter(held -> !held)
                .next()
                .flatMap(held -> Mono.error(new LeaseLostException(claimed)));
        return Mono.firstWithSignal(passes, leaseLost)
                .onErrorResume(failure -> regrades.release(claimed).then(Mono.error(failure)))
                .doOnCancel(() -> regrades.release(claimed).subscribe());
    }

    private Mono<Regrade> step(Regrade regrade, KeyCorrection correction) {
        Mono<Regrade> ready = regrade.isBetweenPasses() ? nextPass(regrade) : Mono.just(regrade);
        return ready.flatMap(begun -> attempts.page(correction, begun.after(), PAGE)
                .collectList()
                .flatMap(page -> page.isEmpty()
                        ? regrades.save(ended(begun))
                        : request(correction, page)
                                .then(Mono.defer(() -> regrades.save(begun.withPage(last(page), page.size()))))));
    }

    /** From the second pass on, an instance that lags behind gets time to hear of the correction. */
    private Mono<Regrade> nextPass(Regrade regrade) {
        return Mono.delay(BETWEEN_PASSES.multipliedBy(regrade.pass()))
                .then(grader.caughtUp())
                .then(Mono.defer(() -> regrades.save(regrade.nextPass())));
    }

    private static Regrade ended(Regrade begun) {
        Regrade ended = begun.endOfPass();
        if (ended.state() == Regrade.State.DONE && ended.done() < ended.touched()) {
            logger.warn(
                    "bank {} version {}: {} attempts could not be regraded, see the dead letters",
                    ended.bankId(),
                    ended.version(),
                    ended.touched() - ended.done());
        }
        return ended;
    }

    private Mono<Void> request(KeyCorrection correction, List<StaleAttempt> page) {
        return log.appendAll(
                QuizTopics.ANSWER_SHEETS,
                page.stream()
                        .map(attempt -> new Keyed<AnswerSheetEvent>(
                                attempt.participantId(),
                                new RegradeRequested(
                                        attempt.attemptId() + "#regrade@" + correction.version(),
                                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                        attempt.campaignId(),
                                        attempt.activityId(),
                                        attempt.attemptId(),
                                        attempt.participantId(),
                                        correction.bankId(),
                                        correction.version())))
                        .toList());
    }

    private static String last(List<StaleAttempt> page) {
        return page.stream().map(StaleAttempt::attemptId).max(String::compareTo).orElseThrow();
    }
}
