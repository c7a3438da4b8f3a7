package org.shuxiang.quiz.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuxiang.quiz.QuizFixture.EVENING;
import static org.shuxiang.quiz.QuizFixture.bank;
import static org.shuxiang.quiz.QuizFixture.campaign;
import static org.shuxiang.quiz.QuizFixture.claims;
import static org.shuxiang.quiz.QuizFixture.participant;
import static org.shuxiang.quiz.QuizFixture.questions;
import static org.shuxiang.quiz.QuizFixture.quiz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.ParticipantClaims;
import org.shuxiang.contracts.Window;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.Answer;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AskedQuestion;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.shuxiang.quiz.TurnableClock;
import org.shuxiang.quiz.activity.ActivityDirectory;
import org.shuxiang.quiz.activity.ActivityDirectoryFixture;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.shuxiang.quiz.bank.QuestionBanksFixture;
import org.shuxiang.quiz.paper.SheetRules.Issued;
import org.shuxiang.quiz.paper.SheetRules.Submission;

class SheetRulesTest {

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Window WINDOW =
            new Window(EVENING.minus(Duration.ofDays(1)), EVENING.plus(Duration.ofDays(1)));

    private final TurnableClock clock = new TurnableClock(EVENING);
    private final ActivityDirectory activities = ActivityDirectoryFixture.holding(
            campaign("campaign", WINDOW, quiz("quiz", WINDOW, 5), quiz("other-quiz", WINDOW, 5, 3)));
    private final QuestionBanks banks = QuestionBanksFixture.holding(bank(1, questions(40)));
    private final SheetRules rules = rules(SECRET);
    private final ParticipantClaims caller = claims(participant(1), "campaign");

    @Test
    void givesTheSamePaperWithTheSameClockToWhoAsksAgain() {
        Issued first = rules.issue(caller, "quiz", 1);
        clock.advance(Duration.ofMinutes(3));
        Issued again = rules.issue(caller, "quiz", 1);

        assertThat(again.paper()).isEqualTo(first.paper());
        assertThat(again.ticket().expiresAt()).isEqualTo(first.ticket().expiresAt());
    }

    @Test
    void givesOtherQuestionsOnceTheTimeIsOver() {
        Issued first = rules.issue(caller, "quiz", 1);
        clock.advance(Duration.ofMinutes(11));
        Issued later = rules.issue(caller, "quiz", 1);

        assertThat(later.ticket().issuedAt()).isEqualTo(clock.instant());
        assertThat(later.paper()).isNotEqualTo(first.paper());
    }

    @Test
    void givesEachPersonAndEachAttemptAnotherPaper() {
        Set<List<AskedQuestion>> papers = new HashSet<>();
        for (int person = 1; person <= 20; person++) {
            papers.add(rules.issue(claims(participant(person), "campaign"), "quiz", 1)
                    .paper()
                    .asked());
            papers.add(rules.issue(claims(participant(person), "campaign"), "quiz", 2)
                    .paper()
                    .asked());
        }

        assertThat(papers).hasSize(40);
    }

    @Test
    void tellsNoAnswerInPaperOrToken() {
        Issued issued = rules.issue(caller, "quiz", 1);

        assertThat(issued.token())
                .startsWith("ey")
                .doesNotContain(issued.ticket().bankId());
        assertThat(new PaperTokens("another-secret-another-secret-32".getBytes(StandardCharsets.US_ASCII))
                        .open(issued.token()))
                .isEmpty();
        assertThat(ShownQuestion.of(issued.paper()).toString()).doesNotContain("因为如此", "荆楚岁时记");
    }

    @Test
    void acceptsASheetUntilTheGraceIsOver() {
        Issued issued = rules.issue(caller, "quiz", 1);
        clock.advance(Duration.ofSeconds(615));

        AnswerSheetSubmitted sheet = rules.accept(caller, "quiz", sheet(issued, null));

        assertThat(sheet.attemptId()).isEqualTo("quiz~" + caller.participant().id() + "~1");
        assertThat(sheet.occurredAt()).isEqualTo(clock.instant());
        assertThat(sheet.paper()).isEqualTo(issued.paper().asked());
        clock.advance(Duration.ofMillis(1));
        refuses(QuizProblems.EXPIRED, () -> rules.accept(caller, "quiz", sheet(issued, null)));
    }

    @Test
    void letsTheTimeOfTheFirstTryCountForASheetThatComesBackWithItsReceipt() {
        Issued issued = rules.issue(caller, "quiz", 1);
        AnswerSheetSubmitted notTaken = rules.accept(caller, "quiz", sheet(issued, null));
        String receipt = rules.receipt(notTaken);
        Instant firstTry = clock.instant();
        clock.advance(Duration.ofHours(1));

        assertThat(rules.accept(caller, "quiz", sheet(issued, receipt)).occurredAt())
                .isEqualTo(firstTry);
        var changed = new Submission(issued.token(), List.of(new Answer(0, List.of(1))), List.of(), receipt);
        refuses(QuizProblems.EXPIRED, () -> rules.accept(caller, "quiz", changed));
    }

    @Test
    void refusesATokenThatWasForged() {
        String forged = rules("ffffffffffffffffffffffffffffffff".getBytes(StandardCharsets.US_ASCII))
                .issue(caller, "quiz", 1)
                .token();

        refuses(
                QuizProblems.FORGED,
                () -> rules.accept(caller, "quiz", new Submission(forged, List.of(), List.of(), null)));
        refuses(
                QuizProblems.FORGED,
                () -> rules.accept(caller, "quiz", new Submission("ey", List.of(), List.of(), null)));
    }

    @Test
    void refusesAReceiptInPlaceOfAPaper() {
        Issued issued = rules.issue(caller, "quiz", 1);
        String receipt = rules.receipt(rules.accept(caller, "quiz", sheet(issued, null)));

        refuses(
                QuizProblems.FORGED,
                () -> rules.accept(caller, "quiz", new Submission(receipt, List.of(), List.of(), null)));
    }

    @Test
    void refusesThePaperOfAnotherParticipantOrActivity() {
        Submission sheet = sheet(rules.issue(caller, "quiz", 1), null);

        refuses(QuizProblems.OTHER_PARTICIPANT, () -> rules.accept(claims(participant(2), "campaign"), "quiz", sheet));
        refuses(QuizProblems.OTHER_ACTIVITY, () -> rules.accept(caller, "other-quiz", sheet));
    }

    @Test
    void handsOutPapersOnlyWhileTheActivityIsOpenAndToWhomItIsFor() {
        refuses(QuizProblems.OTHER_CAMPAIGN, () -> rules.issue(claims(participant(1), "last-year"), "quiz", 1));
        refuses(ProblemType.NOT_FOUND, () -> rules.issue(caller, "no-such-quiz", 1));
        refuses(ProblemType.INVALID_REQUEST, () -> rules.issue(caller, "quiz", 0));
        refuses(ProblemType.INVALID_REQUEST, () -> rules.issue(caller, "other-quiz", 4));
        clock.advance(Duration.ofDays(1));
        refuses(QuizProblems.NOT_OPEN, () -> rules.issue(caller, "quiz", 1));
    }

    @Test
    void namesEveryAnswerThatDoesNotFitThePaper() {
        Issued issued = rules.issue(caller, "quiz", 1);
        var submission = new Submission(
                issued.token(),
                List.of(
                        new Answer(0, List.of(0)),
                        new Answer(0, List.of(1)),
                        new Answer(9, List.of(0)),
                        new Answer(1, List.of(7)),
                        new Answer(2, List.of(1, 1))),
                List.of(5),
                null);

        assertThatThrownBy(() -> rules.accept(caller, "quiz", submission))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.fields())
                                .extracting("field")
                                .containsExactly(
                                        "answers[1].position",
                                        "answers[2].position",
                                        "answers[3].choice",
                                        "answers[4].choice",
                                        "resourcesOpened[0]"));
    }

    private SheetRules rules(byte[] secret) {
        return new SheetRules(
                activities, banks, new Papers(secret), new PaperTokens(secret), new IssueTimes(clock, 1_000), clock);
    }

    private static Submission sheet(Issued issued, @Nullable String receipt) {
        return new Submission(issued.token(), List.of(new Answer(0, List.of(2))), List.of(), receipt);
    }

    private static void refuses(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
