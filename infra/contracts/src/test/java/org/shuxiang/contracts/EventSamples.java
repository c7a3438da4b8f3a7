package org.shuxiang.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuxiang.contracts.campaign.Activity;
import org.shuxiang.contracts.campaign.BlueprintPart;
import org.shuxiang.contracts.campaign.CampaignDefinition;
import org.shuxiang.contracts.campaign.CampaignEvent;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignArchived;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignPublished;
import org.shuxiang.contracts.campaign.Eligibility;
import org.shuxiang.contracts.campaign.FreezeEvent;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsFrozen;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsThawed;
import org.shuxiang.contracts.campaign.GuardianConsent;
import org.shuxiang.contracts.campaign.LibraryLevel;
import org.shuxiang.contracts.campaign.LibraryRegistered;
import org.shuxiang.contracts.campaign.NicknameChosen;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import org.shuxiang.contracts.campaign.ParticipationEvent.ConsentGiven;
import org.shuxiang.contracts.campaign.ParticipationEvent.ConsentWithdrawn;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantErased;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;
import org.shuxiang.contracts.quiz.AnswerSheetEvent;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.Answer;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AskedQuestion;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.RegradeRequested;
import org.shuxiang.contracts.quiz.AttemptEvent;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptGraded;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptRejected;
import org.shuxiang.contracts.quiz.AttemptLimits;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.contracts.quiz.QuestionKind;
import org.shuxiang.contracts.quiz.RejectionReason;
import org.shuxiang.contracts.stats.BoardEvent;
import org.shuxiang.contracts.stats.BoardEvent.BoardUpdated;
import org.shuxiang.contracts.stats.BoardEvent.Ranked;
import org.shuxiang.contracts.stats.BoardEvent.RankingUpdated;
import org.shuxiang.contracts.stats.BoardEvent.Row;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Coverage;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.contracts.stats.PublicBoardEvent;
import org.shuxiang.contracts.stats.PublicBoardEvent.BoardPublished;
import org.shuxiang.contracts.stats.PublicBoardEvent.PublicRow;
import org.shuxiang.contracts.stats.PublicBoardEvent.RankingPublished;

/** One event of each kind, as it stands in {@code samples/<kind>.json}. */
final class EventSamples {

    private static final Instant NEW_YEAR = Instant.parse("2026-02-16T16:00:00Z");
    private static final String CAMPAIGN = "chunjie-2026";
    private static final String ACTIVITY = "xinchun-dati-2026";
    private static final String VISITOR = "6f1b4c9e-6a53-4f0e-9d3b-0d8a7c5e2f11";
    private static final String ID = "019c6716-a400-7cde-8f01-23456789abcd";
    private static final Participant CHILD =
            new Participant(ID, "440000", "440300", "440305", "C-440300", AgeBand.FROM_7_TO_13);
    private static final Participant ELDER = new Participant(ID, "660000", null, null, null, AgeBand.FROM_60);

    private EventSamples() {}

    /**
     * @param parent what the topic's events are read as
     * @param file the event's name, and for a field that was added later what that says
     */
    record Sample(Class<? extends Event> parent, Event event, String file) {

        Sample(Class<? extends Event> parent, Event event) {
            this(parent, event, event.getClass().getSimpleName());
        }

        String name() {
            return event.getClass().getSimpleName();
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static List<Sample> all() {
        return List.of(
                new Sample(CampaignEvent.class, campaignPublished()),
                new Sample(
                        CampaignEvent.class,
                        new CampaignArchived("campaign-chunjie-2026-archived", NEW_YEAR, CAMPAIGN)),
                new Sample(
                        LibraryRegistered.class,
                        new LibraryRegistered(
                                "library-C-440300@1771257600000",
                                NEW_YEAR,
                                "C-440300",
                                "深圳图书馆",
                                LibraryLevel.CITY,
                                "440300",
                                "P-440000",
                                null,
                                null)),
                new Sample(
                        LibraryRegistered.class,
                        new LibraryRegistered(
                                "library-C-440300@1771257600000",
                                NEW_YEAR,
                                "C-440300",
                                "深圳图书馆",
                                LibraryLevel.CITY,
                                "440300",
                                "P-440000",
                                17_560_061L,
                                3_000_000L),
                        "LibraryRegistered with readers"),
                new Sample(
                        FreezeEvent.class,
                        new BoardsFrozen("freeze-" + CAMPAIGN + "@3", NEW_YEAR, CAMPAIGN, NEW_YEAR.plusSeconds(60))),
                new Sample(FreezeEvent.class, new BoardsThawed("freeze-" + CAMPAIGN + "@4", NEW_YEAR, CAMPAIGN)),
                new Sample(
                        NicknameChosen.class,
                        new NicknameChosen(ID + "-nickname", NEW_YEAR, CAMPAIGN, ID, "AAECAwQFBgcICQoLDA0ODw==")),
                new Sample(
                        SignedOutEverywhere.class,
                        new SignedOutEverywhere("sign-out-liaison@1771257600000", NEW_YEAR, "liaison", NEW_YEAR)),
                new Sample(ParticipationEvent.class, new ParticipantJoined(ID + "-joined", NEW_YEAR, CAMPAIGN, ELDER)),
                new Sample(
                        ParticipationEvent.class,
                        new ConsentGiven(
                                ID + "-consent", NEW_YEAR, CAMPAIGN, CHILD, new GuardianConsent(true, true, false))),
                new Sample(
                        ParticipationEvent.class,
                        new ConsentWithdrawn(ID + "-consent-withdrawn", NEW_YEAR, CAMPAIGN, CHILD)),
                new Sample(ParticipationEvent.class, new ParticipantErased(ID + "-erased", NEW_YEAR, CAMPAIGN, CHILD)),
                new Sample(
                        PageVisited.class, new PageVisited(ID + "-visit", NEW_YEAR, CAMPAIGN, VISITOR, "home", ELDER)),
                new Sample(AnswerSheetEvent.class, answerSheet()),
                new Sample(
                        AnswerSheetEvent.class,
                        new RegradeRequested(
                                "regrade-3-" + ID,
                                NEW_YEAR,
                                CAMPAIGN,
                                ACTIVITY,
                                ACTIVITY + "." + ID + ".1",
                                ID,
                                "new-year",
                                3)),
                new Sample(
                        AttemptEvent.class,
                        new AttemptGraded(
                                "graded-" + ID,
                                NEW_YEAR.plusSeconds(300),
                                CAMPAIGN,
                                ACTIVITY,
                                ACTIVITY + "." + ID + ".1",
                                CHILD,
                                1,
                                90,
                                100,
                                9,
                                10,
                                299_500,
                                2)),
                new Sample(
                        AttemptEvent.class,
                        new AttemptRejected(
                                "rejected-" + ID,
                                NEW_YEAR.plusSeconds(300),
                                CAMPAIGN,
                                ACTIVITY,
                                ACTIVITY + "." + ID + ".6",
                                CHILD,
                                6,
                                RejectionReason.DAILY_LIMIT)),
                new Sample(QuestionBankPublished.class, bank()),
                new Sample(BoardEvent.class, board()),
                new Sample(BoardEvent.class, ranking()),
                new Sample(PublicBoardEvent.class, publicBoard()),
                new Sample(PublicBoardEvent.class, publicRanking()));
    }

    private static BoardUpdated board() {
        var key = new BoardKey(CAMPAIGN, null, Dimension.PROVINCE, null, null);
        return new BoardUpdated(
                key.text() + "@3",
                NEW_YEAR,
                CAMPAIGN,
                key,
                List.of(new Row(
                        "440000",
                        Map.of("participants", 2L, "scores90", 1L),
                        List.of(new Coverage("campaign.participations.v1", 4, 17, 20, 3)))));
    }

    private static RankingUpdated ranking() {
        var key = new BoardKey(CAMPAIGN, ACTIVITY, Dimension.RANKING, null, null);
        return new RankingUpdated(
                key.text() + "@1",
                NEW_YEAR,
                CAMPAIGN,
                key,
                List.of(first()),
                List.of(new Coverage("quiz.attempts.v1", 4, 17, 17, 1)));
    }

    private static Ranked first() {
        return new Ranked(1, ID, "440000", "C-440300", AgeBand.FROM_7_TO_13, 90, 100, 299, NEW_YEAR);
    }

    private static BoardPublished publicBoard() {
        var key = new BoardKey(CAMPAIGN, null, Dimension.CITY, "440000", null);
        return new BoardPublished(
                key.text() + "@3",
                NEW_YEAR,
                CAMPAIGN,
                key,
                List.of(
                        new PublicRow("440300", Map.of("participants", 12L, "visits", 20L), List.of()),
                        new PublicRow("440100", Map.of("visits", 20L), List.of("participants")),
                        new PublicRow("440400", Map.of("visits", 10L), List.of("participants")),
                        new PublicRow(PublicRow.OTHERS, Map.of("participants", 14L), List.of())));
    }

    private static RankingPublished publicRanking() {
        var key = new BoardKey(CAMPAIGN, ACTIVITY, Dimension.RANKING, null, null);
        return new RankingPublished(key.text() + "@1", NEW_YEAR, CAMPAIGN, key, List.of(first()));
    }

    private static CampaignPublished campaignPublished() {
        var window = new Window(NEW_YEAR, NEW_YEAR.plusSeconds(30 * 24 * 3600L));
        var quiz = new Activity.Quiz(
                ACTIVITY,
                new Text("新春知识答题", "New Year's Quiz"),
                new Text("十道题，十分钟。", "Ten questions in ten minutes."),
                new Text("每人每天五次。", "Five times a day."),
                window,
                // one of each: the order of a set is nobody's promise
                new Eligibility(Set.of(AgeBand.FROM_7_TO_13), Set.of("440000")),
                "new-year",
                List.of(new BlueprintPart("春节习俗", Difficulty.EASY, 6), new BlueprintPart("唐宋诗词", Difficulty.HARD, 4)),
                600,
                15,
                5,
                20);
        var definition = new CampaignDefinition(
                CAMPAIGN,
                new Text("网络书香过大年", "New Year with Books Online"),
                new Text("书香里过年", "Together, with a book in hand"),
                new Text("欢迎参加。", "Welcome."),
                window,
                List.of(quiz));
        return new CampaignPublished("campaign-chunjie-2026@3", NEW_YEAR.minusSeconds(3600), CAMPAIGN, 3, definition);
    }

    private static AnswerSheetSubmitted answerSheet() {
        return new AnswerSheetSubmitted(
                "sheet-" + ID,
                NEW_YEAR.plusSeconds(300),
                CAMPAIGN,
                ACTIVITY,
                ACTIVITY + "." + ID + ".1",
                CHILD,
                1,
                new AttemptLimits(5, 20),
                "new-year",
                2,
                NEW_YEAR.plusMillis(500),
                List.of(new AskedQuestion("q-001", List.of(2, 0, 1, 3)), new AskedQuestion("q-002", List.of(1, 0))),
                List.of(new Answer(0, List.of(1)), new Answer(1, List.of(0, 1))),
                List.of(1));
    }

    private static QuestionBankPublished bank() {
        return new QuestionBankPublished(
                "bank-new-year@2",
                NEW_YEAR,
                "new-year",
                2,
                "新春题库",
                List.of(
                        new Question(
                                "q-001",
                                QuestionKind.SINGLE_CHOICE,
                                "春节习俗",
                                Difficulty.EASY,
                                "“爆竹声中一岁除”的下一句是？",
                                List.of("春风送暖入屠苏", "千门万户曈曈日", "总把新桃换旧符", "一夜连双岁"),
                                List.of(0),
                                "出自王安石《元日》。",
                                "《王荆公诗注》卷四十一",
                                null),
                        new Question(
                                "q-002",
                                QuestionKind.POEM_LINE,
                                "唐宋诗词",
                                Difficulty.HARD,
                                "海日生残夜，＿＿＿＿＿。",
                                List.of("江", "春", "入", "旧", "年", "山", "新"),
                                List.of(0, 1, 2, 3, 4),
                                "王湾《次北固山下》。",
                                "《全唐诗》卷一百十五",
                                new Question.Resource("国家图书馆·中华古籍资源库", "https://read.nlc.cn/", "试着查一查作者。"))));
    }
}
