package org.shuxiang.quiz.paper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.ParticipantClaims;
import org.shuxiang.contracts.campaign.Activity;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.Answer;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AskedQuestion;
import org.shuxiang.contracts.quiz.AttemptLimits;
import org.shuxiang.platform.problem.FieldProblem;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.shuxiang.quiz.activity.ActivityDirectory;
import org.shuxiang.quiz.activity.QuizActivity;
import org.shuxiang.quiz.bank.BankVersion;
import org.shuxiang.quiz.bank.QuestionBanks;

/**
 * Handing out papers and taking them back, without any I/O: what is needed is in memory or in the paper's token.
 *
 * <p>Errors are {@link ProblemException}s of {@link QuizProblems}.
 */
public final class SheetRules {

    private final ActivityDirectory activities;
    private final QuestionBanks banks;
    private final Papers papers;
    private final PaperTokens tokens;
    private final IssueTimes issues;
    private final Clock clock;

    public SheetRules(
            ActivityDirectory activities,
            QuestionBanks banks,
            Papers papers,
            PaperTokens tokens,
            IssueTimes issues,
            Clock clock) {
        this.activities = activities;
        this.banks = banks;
        this.papers = papers;
        this.tokens = tokens;
        this.issues = issues;
        this.clock = clock;
    }

    /** A paper, with the token to hand it in and the time by the server's clock. */
    public record Issued(Paper paper, PaperTicket ticket, String token, Instant now) {}

    /** A sheet as it came in. */
    public record Submission(
            String paperToken,
            List<Answer> answers,
            List<Integer> resourcesOpened,
            @Nullable String receipt) {

        public Submission {
            answers = List.copyOf(answers);
            resourcesOpened = List.copyOf(resourcesOpened);
        }
    }

    /**
     * The paper of an attempt; the same again for who asks again while its time runs.
     *
     * @param number of the attempt, from 1
     */
    public Issued issue(ParticipantClaims caller, String activityId, int number) {
        Instant now = now();
        QuizActivity activity = joined(caller, activityId);
        Activity.Quiz quiz = activity.quiz();
        if (!quiz.window().contains(now)) {
            throw ProblemException.of(QuizProblems.NOT_OPEN);
        }
        if (!quiz.eligibility().admits(caller.participant())) {
            throw ProblemException.of(QuizProblems.NOT_ELIGIBLE);
        }
        int most = mostAttempts(quiz, now);
        if (number < 1 || number > most) {
            throw ProblemException.invalid("number", number < 1 ? "Min" : "Max", number < 1 ? 1 : most);
        }
        BankVersion bank = banks.latest(quiz.bankId())
                .orElseThrow(() -> ProblemException.of(QuizProblems.NO_BANK).retryAfterSeconds(5));
        var attempt = new AttemptId(activityId, caller.participant().id(), number);
        Duration limit = Duration.ofSeconds(quiz.timeLimitSeconds());
        Instant issuedAt = issues.firstIssue(attempt.text(), limit);
        Paper paper = papers.derive(attempt, issuedAt, bank, quiz.blueprint());
        var ticket = new PaperTicket(
                attempt,
                activity.campaignId(),
                quiz.bankId(),
                bank.version(),
                issuedAt,
                issuedAt.plus(limit),
                quiz.graceSeconds(),
                new AttemptLimits(quiz.attemptsPerDay(), quiz.attemptsInAll()),
                paper.asked());
        return new Issued(paper, ticket, tokens.seal(ticket), now);
    }

    /** The fact that a sheet was handed in, ready for the log. */
    public AnswerSheetSubmitted accept(ParticipantClaims caller, String activityId, Submission submission) {
        PaperTicket ticket =
                tokens.open(submission.paperToken()).orElseThrow(() -> ProblemException.of(QuizProblems.FORGED));
        Participant participant = caller.participant();
        if (!ticket.attempt().participantId().equals(participant.id())) {
            throw ProblemException.of(QuizProblems.OTHER_PARTICIPANT);
        }
        if (!ticket.attempt().activityId().equals(activityId)) {
            throw ProblemException.of(QuizProblems.OTHER_ACTIVITY);
        }
        Instant submittedAt = receivedAt(ticket, submission).orElseGet(this::now);
        if (submittedAt.isAfter(ticket.lastMoment())) {
            throw ProblemException.of(QuizProblems.EXPIRED);
        }
        List<FieldProblem> problems = shapeProblems(ticket.paper(), submission);
        if (!problems.isEmpty()) {
            throw ProblemException.invalid(problems);
        }
        return new AnswerSheetSubmitted(
                ticket.attempt().text(),
                submittedAt,
                ticket.campaignId(),
                activityId,
                ticket.attempt().text(),
                participant,
                ticket.attempt().number(),
                ticket.limits(),
                ticket.bankId(),
                ticket.bankVersion(),
                ticket.issuedAt(),
                ticket.paper(),
                submission.answers(),
                submission.resourcesOpened());
    }

    /** Proof that this sheet was here now, for one that the log could not take: its time will be this moment. */
    public String receipt(AnswerSheetSubmitted sheet) {
        var attempt = new AttemptId(sheet.activityId(), sheet.participant().id(), sheet.number());
        return tokens.receipt(attempt, SheetDigest.of(sheet.answers(), sheet.resourcesOpened()), sheet.occurredAt());
    }

    private Optional<Instant> receivedAt(PaperTicket ticket, Submission submission) {
        @Nullable String receipt = submission.receipt();
        return receipt == null
                ? Optional.empty()
                : tokens.receivedAt(
                        receipt, ticket.attempt(), SheetDigest.of(submission.answers(), submission.resourcesOpened()));
    }

    private QuizActivity joined(ParticipantClaims caller, String activityId) {
        QuizActivity activity =
                activities.find(activityId).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
        if (!activity.campaignId().equals(caller.campaignId())) {
            throw ProblemException.of(QuizProblems.OTHER_CAMPAIGN);
        }
        return activity;
    }

    /** Which attempts count is decided by the grader; this only keeps numbers from being picked at will. */
    private static int mostAttempts(Activity.Quiz quiz, Instant now) {
        if (quiz.attemptsInAll() != null) {
            return quiz.attemptsInAll();
        }
        long days = ChronoUnit.DAYS.between(quiz.window().opensAt(), now) + 2;
        return (int) Math.min(days * quiz.attemptsPerDay(), 100_000);
    }

    private static List<FieldProblem> shapeProblems(List<AskedQuestion> paper, Submission submission) {
        var problems = new ArrayList<FieldProblem>();
        Set<Integer> answered = new HashSet<>();
        for (int i = 0; i < submission.answers().size(); i++) {
            Answer answer = submission.answers().get(i);
            String field = "answers[" + i + "]";
            if (answer.position() < 0 || answer.position() >= paper.size()) {
                problems.add(new FieldProblem(field + ".position", "Unknown", answer.position()));
                continue;
            }
            if (!answered.add(answer.position())) {
                problems.add(new FieldProblem(field + ".position", "AnsweredTwice"));
            }
            int options = paper.get(answer.position()).order().size();
            boolean known = answer.chosen().stream().allMatch(option -> option >= 0 && option < options);
            if (!known || Set.copyOf(answer.chosen()).size() != answer.chosen().size()) {
                problems.add(new FieldProblem(field + ".choice", "Choice"));
            }
        }
        for (int i = 0; i < submission.resourcesOpened().size(); i++) {
            int position = submission.resourcesOpened().get(i);
            if (position < 0 || position >= paper.size()) {
                problems.add(new FieldProblem("resourcesOpened[" + i + "]", "Unknown", position));
            }
        }
        return problems;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
