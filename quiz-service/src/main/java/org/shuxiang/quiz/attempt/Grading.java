package org.shuxiang.quiz.attempt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.AnswerSheetEvent;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.RegradeRequested;
import org.shuxiang.contracts.quiz.AttemptEvent;
import org.shuxiang.contracts.quiz.RejectionReason;
import org.shuxiang.platform.log.LoggedEvent;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.shuxiang.quiz.paper.AttemptId;

/**
 * Grades a batch of answer sheets: a function of the ledgers and attempts that were there before, of the records in
 * their order, and of the question banks. Called again with records that it has seen, it changes nothing and tells the
 * same events.
 */
final class Grading {

    private final QuestionBanks banks;
    private final Map<String, Ledger> ledgers;
    private final Map<String, Attempt> attempts;
    private final Map<String, Attempt> changed = new LinkedHashMap<>();
    private final List<AttemptEvent> events = new ArrayList<>();

    /** @param ledgers by id, those that {@link #ledgersOf} names and that exist; {@code attempts} likewise */
    Grading(QuestionBanks banks, Map<String, Ledger> ledgers, Map<String, Attempt> attempts) {
        this.banks = banks;
        this.ledgers = new HashMap<>(ledgers);
        this.attempts = new HashMap<>(attempts);
    }

    /**
     * What a batch comes to.
     *
     * @param ledgers that changed
     * @param attempts that changed
     * @param events to append, keyed by participant
     */
    record Outcome(List<Ledger> ledgers, List<Attempt> attempts, List<AttemptEvent> events) {}

    static Set<String> ledgersOf(List<LoggedEvent<AnswerSheetEvent>> batch) {
        return batch.stream().map(logged -> ledgerId(logged.event())).collect(Collectors.toSet());
    }

    /** Attempts of the regrade requests, which are graded from what was handed in. */
    static Set<String> attemptsOf(List<LoggedEvent<AnswerSheetEvent>> batch) {
        return batch.stream()
                .map(LoggedEvent::event)
                .filter(RegradeRequested.class::isInstance)
                .map(AnswerSheetEvent::attemptId)
                .collect(Collectors.toSet());
    }

    Outcome grade(List<LoggedEvent<AnswerSheetEvent>> batch) {
        Map<String, Ledger> before = Map.copyOf(ledgers);
        for (LoggedEvent<AnswerSheetEvent> logged : batch) {
            switch (logged.event()) {
                case AnswerSheetSubmitted sheet -> submit(sheet, logged);
                case RegradeRequested request -> regrade(request);
            }
        }
        List<Ledger> changedLedgers = ledgers.values().stream()
                .filter(ledger -> !ledger.equals(before.get(ledger.id())))
                .toList();
        return new Outcome(changedLedgers, List.copyOf(changed.values()), List.copyOf(events));
    }

    private void submit(AnswerSheetSubmitted sheet, LoggedEvent<AnswerSheetEvent> place) {
        String ledgerId = ledgerId(sheet);
        Ledger ledger = ledgers.getOrDefault(ledgerId, Ledger.empty(ledgerId));
        Optional<Ledger.Entry> known = ledger.find(sheet.attemptId());
        if (known.isPresent()) {
            boolean sameRecord =
                    known.get().partition() == place.partition() && known.get().offset() == place.offset();
            if (sameRecord) {
                // decided before, but a crash may have come before the events were told
                tell(Attempt.of(sheet, known.get().rejection(), banks));
            }
            return;
        }
        @Nullable RejectionReason rejection = ledger.rejectionOf(sheet.occurredAt(), sheet.limits());
        Attempt attempt = Attempt.of(sheet, rejection, banks);
        ledgers.put(ledgerId, ledger.with(entry(attempt, place.partition(), place.offset())));
        tell(attempt);
    }

    private void regrade(RegradeRequested request) {
        @Nullable Attempt attempt = attempts.get(request.attemptId());
        @Nullable Ledger ledger = ledgers.get(ledgerId(request));
        if (attempt == null || ledger == null) {
            return;
        }
        Attempt regraded = attempt.regraded(banks);
        Optional<Ledger.Entry> entry = ledger.find(request.attemptId());
        if (entry.isPresent()) {
            ledgers.put(
                    ledger.id(),
                    ledger.withRegraded(
                            entry(regraded, entry.get().partition(), entry.get().offset())));
            tell(regraded);
        }
    }

    private void tell(Attempt attempt) {
        attempts.put(attempt.id(), attempt);
        changed.put(attempt.id(), attempt);
        events.add(attempt.asEvent());
    }

    private static Ledger.Entry entry(Attempt attempt, int partition, long offset) {
        return new Ledger.Entry(
                attempt.id(),
                attempt.sheet().number(),
                attempt.sheet().occurredAt(),
                partition,
                offset,
                attempt.rejection(),
                attempt.grade().score(),
                attempt.grade().maxScore(),
                attempt.durationMillis(),
                attempt.grade().keyVersion());
    }

    private static String ledgerId(AnswerSheetEvent event) {
        return new AttemptId(event.activityId(), event.participantId(), 1).ledger();
    }
}
