package org.shuxiang.quiz;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.ParticipantClaims;
import org.shuxiang.contracts.Text;
import org.shuxiang.contracts.Window;
import org.shuxiang.contracts.campaign.Activity;
import org.shuxiang.contracts.campaign.BlueprintPart;
import org.shuxiang.contracts.campaign.CampaignDefinition;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignPublished;
import org.shuxiang.contracts.campaign.Eligibility;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.Answer;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AskedQuestion;
import org.shuxiang.contracts.quiz.AttemptLimits;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.contracts.quiz.QuestionKind;
import org.shuxiang.quiz.paper.AttemptId;

/** A small quiz to test with: a bank of single choices whose first option is right. */
public final class QuizFixture {

    public static final String BANK = "test-bank";
    /** 20:00 in Beijing on New Year's Eve. */
    public static final Instant EVENING = Instant.parse("2026-02-16T12:00:00Z");

    public static final Text TEXT = new Text("标题", "Title");

    private QuizFixture() {}

    public static Question question(String id, int rightOption) {
        return new Question(
                id,
                QuestionKind.SINGLE_CHOICE,
                "春节习俗",
                Difficulty.EASY,
                "题目 " + id,
                List.of("甲", "乙", "丙", "丁"),
                List.of(rightOption),
                "因为如此",
                "《荆楚岁时记》",
                null);
    }

    public static List<Question> questions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> question("Q-%03d".formatted(i), 0))
                .toList();
    }

    public static QuestionBankPublished bank(int version, List<Question> questions) {
        return bank(BANK, version, questions);
    }

    public static QuestionBankPublished bank(String id, int version, List<Question> questions) {
        return new QuestionBankPublished(id + "@" + version, EVENING, id, version, "测试题库", questions);
    }

    public static Participant participant(int number) {
        return new Participant(
                "0199a5b2-0000-7000-8000-%012d".formatted(number), "440000", null, null, null, AgeBand.FROM_18_TO_34);
    }

    public static ParticipantClaims claims(Participant participant, String campaignId) {
        return new ParticipantClaims(participant, campaignId, "书友");
    }

    public static Activity.Quiz quiz(String id, Window window, int perDay, Integer... inAll) {
        return quiz(id, BANK, window, perDay, inAll);
    }

    public static Activity.Quiz quiz(String id, String bankId, Window window, int perDay, Integer... inAll) {
        return new Activity.Quiz(
                id,
                TEXT,
                TEXT,
                TEXT,
                window,
                Eligibility.EVERYBODY,
                bankId,
                List.of(new BlueprintPart("春节习俗", Difficulty.EASY, 5)),
                600,
                15,
                perDay,
                inAll.length == 0 ? null : inAll[0]);
    }

    public static CampaignPublished campaign(String id, Window window, Activity... activities) {
        return new CampaignPublished(
                id + "@1", EVENING, id, 1, new CampaignDefinition(id, TEXT, TEXT, TEXT, window, List.of(activities)));
    }

    /** A sheet over the first five questions, of which so many are right, handed in after {@code taken}. */
    public static AnswerSheetSubmitted sheet(
            Participant participant, int number, Instant submittedAt, Duration taken, int right, AttemptLimits limits) {
        var id = new AttemptId("quiz", participant.id(), number);
        var paper = new ArrayList<AskedQuestion>();
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < 5; i++) {
            paper.add(new AskedQuestion("Q-%03d".formatted(i), List.of(3, 2, 1, 0)));
            // shown last is option 0, the right one
            answers.add(new Answer(i, List.of(i < right ? 3 : 0)));
        }
        return new AnswerSheetSubmitted(
                id.text(),
                submittedAt,
                "campaign",
                "quiz",
                id.text(),
                participant,
                number,
                limits,
                BANK,
                1,
                submittedAt.minus(taken),
                paper,
                answers,
                List.of());
    }

    public static Set<String> ids(List<Question> questions) {
        return Set.copyOf(questions.stream().map(Question::id).toList());
    }
}
