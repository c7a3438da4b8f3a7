package org.shuxiang.quiz.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.quiz.QuizFixture.BANK;
import static org.shuxiang.quiz.QuizFixture.EVENING;
import static org.shuxiang.quiz.QuizFixture.bank;
import static org.shuxiang.quiz.QuizFixture.participant;
import static org.shuxiang.quiz.QuizFixture.question;
import static org.shuxiang.quiz.QuizFixture.questions;
import static org.shuxiang.quiz.QuizFixture.sheet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.quiz.AnswerSheetEvent;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.RegradeRequested;
import org.shuxiang.contracts.quiz.AttemptEvent;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptGraded;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptRejected;
import org.shuxiang.contracts.quiz.AttemptLimits;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.platform.log.LoggedEvent;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.shuxiang.quiz.bank.QuestionBanksFixture;

class GradingTest {

    private static final AttemptLimits FIVE_A_DAY = new AttemptLimits(5, null);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final QuestionBanks banks = QuestionBanksFixture.holding(bank(1, questions(5)));

    @Test
    void givesTenPointsForEachRightAnswer() {
        var store = new Store();
        store.grade(banks, logged(0, sheet(participant(1), 1, EVENING, A_MINUTE, 3, FIVE_A_DAY)));

        assertThat(store.events).singleElement().isInstanceOfSatisfying(AttemptGraded.class, graded -> {
            assertThat(graded.score()).isEqualTo(30);
            assertThat(graded.maxScore()).isEqualTo(50);
            assertThat(graded.correct()).isEqualTo(3);
            assertThat(graded.durationMillis()).isEqualTo(60_000);
        });
    }

    @Test
    void countsASheetOnceHoweverOftenItIsSent() {
        var store = new Store();
        AnswerSheetSubmitted first = sheet(participant(1), 1, EVENING, A_MINUTE, 3, FIVE_A_DAY);
        AnswerSheetSubmitted again = sheet(participant(1), 1, EVENING.plusSeconds(9), A_MINUTE, 5, FIVE_A_DAY);
        store.grade(banks, logged(0, first), logged(1, again));
        store.grade(banks, logged(2, again));

        assertThat(store.ledgers.values())
                .singleElement()
                .satisfies(ledger -> assertThat(ledger.entries())
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.score()).isEqualTo(30)));
        assertThat(store.events).hasSize(1);
    }

    @Test
    void rejectsTheSixthAttemptOfADay() {
        var store = new Store();
        for (int number = 1; number <= 6; number++) {
            store.grade(banks, logged(number, sheet(participant(1), number, EVENING, A_MINUTE, 5, FIVE_A_DAY)));
        }

        assertThat(store.events).filteredOn(AttemptGraded.class::isInstance).hasSize(5);
        assertThat(store.events).last().isInstanceOf(AttemptRejected.class);
    }

    @Test
    void tellsTheSameAgainAfterACrash() {
        LoggedEvent<AnswerSheetEvent> record = logged(7, sheet(participant(1), 1, EVENING, A_MINUTE, 4, FIVE_A_DAY));
        var store = new Store();
        store.grade(banks, record);
        var before = Map.copyOf(store.ledgers);
        store.grade(banks, record);

        assertThat(store.ledgers).isEqualTo(before);
        assertThat(store.events).hasSize(2).containsOnly(store.events.getFirst());
    }

    @Test
    void gradesAgainByTheCorrectedKey() {
        var store = new Store();
        AnswerSheetSubmitted sheet = sheet(participant(1), 1, EVENING, A_MINUTE, 5, FIVE_A_DAY);
        store.grade(banks, logged(0, sheet));
        List<Question> corrected = new ArrayList<>(questions(5));
        corrected.set(0, question("Q-000", 2));
        QuestionBanks after = QuestionBanksFixture.holding(bank(1, questions(5)), bank(2, corrected));
        store.grade(after, logged(1, regrade(sheet)));

        assertThat(store.events).last().isInstanceOfSatisfying(AttemptGraded.class, graded -> {
            assertThat(graded.score()).isEqualTo(40);
            assertThat(graded.keyVersion()).isEqualTo(2);
            assertThat(graded.eventId()).endsWith("#2");
        });
        assertThat(store.ledgers.values())
                .singleElement()
                .satisfies(ledger ->
                        assertThat(ledger.entries().getFirst().score()).isEqualTo(40));
    }

    /** However the log is cut into batches and however often a batch comes again, the views end up the same. */
    @Property(tries = 200)
    void endsWithTheSameViewsHoweverTheLogIsRead(
            @ForAll("logs") List<LoggedEvent<AnswerSheetEvent>> log,
            @ForAll @IntRange(min = 1, max = 7) int batch,
            @ForAll @IntRange(min = 0, max = 3) int repeats) {
        var once = new Store();
        log.forEach(record -> once.grade(banks, record));

        var inBatches = new Store();
        for (int from = 0; from < log.size(); from += batch) {
            List<LoggedEvent<AnswerSheetEvent>> records = log.subList(from, Math.min(from + batch, log.size()));
            for (int repeat = 0; repeat <= repeats; repeat++) {
                inBatches.grade(banks, records);
            }
        }

        assertThat(inBatches.ledgers).isEqualTo(once.ledgers);
        assertThat(inBatches.attempts).isEqualTo(once.attempts);
        assertThat(inBatches.eventIds()).isEqualTo(once.eventIds());
    }

    @Provide
    Arbitrary<List<LoggedEvent<AnswerSheetEvent>>> logs() {
        Arbitrary<AnswerSheetSubmitted> sheets = Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 3))
                .as((person, number, right, days) -> sheet(
                        participant(person),
                        number,
                        EVENING.plus(Duration.ofDays(days)),
                        A_MINUTE,
                        right,
                        new AttemptLimits(2, 4)));
        return sheets.list().ofMaxSize(40).map(list -> {
            var log = new ArrayList<LoggedEvent<AnswerSheetEvent>>();
            for (AnswerSheetSubmitted sheet : list) {
                log.add(logged(log.size(), sheet));
                if (sheet.number() == 3) {
                    log.add(logged(log.size(), regrade(sheet)));
                }
            }
            return log;
        });
    }

    private static RegradeRequested regrade(AnswerSheetSubmitted sheet) {
        return new RegradeRequested(
                sheet.attemptId() + "#regrade@2",
                EVENING,
                sheet.campaignId(),
                sheet.activityId(),
                sheet.attemptId(),
                sheet.participantId(),
                BANK,
                2);
    }

    private static LoggedEvent<AnswerSheetEvent> logged(long offset, AnswerSheetEvent event) {
        return new LoggedEvent<>(event, event.participantId(), 0, offset, EVENING);
    }

    /** The views in memory. */
    private static final class Store {
        final Map<String, Ledger> ledgers = new HashMap<>();
        final Map<String, Attempt> attempts = new HashMap<>();
        final List<AttemptEvent> events = new ArrayList<>();

        @SafeVarargs
        final void grade(QuestionBanks banks, LoggedEvent<AnswerSheetEvent>... batch) {
            grade(banks, List.of(batch));
        }

        void grade(QuestionBanks banks, List<LoggedEvent<AnswerSheetEvent>> batch) {
            var outcome = new Grading(banks, ledgers, attempts).grade(batch);
            outcome.ledgers().forEach(ledger -> ledgers.put(ledger.id(), ledger));
            outcome.attempts().forEach(attempt -> attempts.put(attempt.id(), attempt));
            events.addAll(outcome.events());
        }

        java.util.Set<String> eventIds() {
            return java.util.Set.copyOf(
                    events.stream().map(AttemptEvent::eventId).toList());
        }
    }
}
