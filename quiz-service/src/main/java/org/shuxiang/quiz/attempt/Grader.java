package org.shuxiang.quiz.attempt;

import java.util.List;
import org.shuxiang.contracts.quiz.AnswerSheetEvent;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.platform.log.EventLog.Keyed;
import org.shuxiang.platform.log.LoggedEvent;
import org.shuxiang.quiz.bank.QuestionBanks;
import reactor.core.publisher.Mono;

/**
 * Takes a batch of answer sheets to attempts: reads what was there, decides, writes the views, then tells the log. A
 * crash anywhere in between is mended when the batch comes again.
 */
public final class Grader {

    private final Attempts attempts;
    private final QuestionBanks banks;
    private final EventLog log;

    public Grader(Attempts attempts, QuestionBanks banks, EventLog log) {
        this.attempts = attempts;
        this.banks = banks;
        this.log = log;
    }

    /** Completes when all of it is stored and told. */
    public Mono<Void> grade(List<LoggedEvent<AnswerSheetEvent>> batch) {
        return Mono.zip(
                        attempts.ledgers(Grading.ledgersOf(batch)).collectMap(Ledger::id),
                        attempts.attempts(Grading.attemptsOf(batch)).collectMap(Attempt::id))
                .flatMap(before -> {
                    var outcome = new Grading(banks, before.getT1(), before.getT2()).grade(batch);
                    return attempts.save(outcome.ledgers(), before.getT1().values(), outcome.attempts())
                            .then(log.appendAll(
                                    QuizTopics.ATTEMPTS,
                                    outcome.events().stream()
                                            .map(event -> new Keyed<>(
                                                    event.participant().id(), event))
                                            .toList()));
                });
    }
}
