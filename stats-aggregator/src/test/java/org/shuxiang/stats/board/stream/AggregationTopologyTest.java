package org.shuxiang.stats.board.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.shuxiang.stats.StatsFixture.CAMPAIGN;
import static org.shuxiang.stats.StatsFixture.EVENING;
import static org.shuxiang.stats.StatsFixture.QUIZ;
import static org.shuxiang.stats.StatsFixture.erased;
import static org.shuxiang.stats.StatsFixture.frozen;
import static org.shuxiang.stats.StatsFixture.graded;
import static org.shuxiang.stats.StatsFixture.joined;
import static org.shuxiang.stats.StatsFixture.reader;
import static org.shuxiang.stats.StatsFixture.thawed;
import static org.shuxiang.stats.StatsFixture.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.Topic;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.FreezeEvent;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;
import org.shuxiang.contracts.quiz.AttemptEvent;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptGraded;
import org.shuxiang.contracts.quiz.QuizTopics;
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
import org.shuxiang.contracts.stats.StatsTopics;

class AggregationTopologyTest {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** By the wall clock. */
    private Instant now = EVENING;

    private TopologyTestDriver driver;
    private TestOutputTopic<String, byte[]> boards;
    private TestOutputTopic<String, byte[]> publicBoards;
    private final Map<String, BoardEvent> newest = new HashMap<>();
    private final Map<String, PublicBoardEvent> newestPublic = new HashMap<>();

    @BeforeEach
    void start() {
        var settings = new Properties();
        settings.put("application.id", "aggregation-test");
        settings.put("bootstrap.servers", "nowhere:1");
        settings.put("processing.exception.handler", UnreadableAside.class);
        driver = new TopologyTestDriver(
                AggregatorProcess.topology(StatsTopics.BOARDS.name(), StatsTopics.PUBLIC_BOARDS.name(), () -> 0),
                settings,
                EVENING);
        boards = driver.createOutputTopic(
                StatsTopics.BOARDS.name(), new StringDeserializer(), new ByteArrayDeserializer());
        publicBoards = driver.createOutputTopic(
                StatsTopics.PUBLIC_BOARDS.name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void countsParticipantsByPlaceAgeAndTime() {
        read(CampaignTopics.PARTICIPATIONS, joined(reader(1), EVENING));
        read(CampaignTopics.PARTICIPATIONS, joined(reader(2), EVENING.plusSeconds(70)));
        read(CampaignTopics.PARTICIPATIONS, joined(reader(3, "110000"), EVENING.plusSeconds(3600)));

        assertThat(figures(null, Dimension.WHOLE, null, null))
                .containsExactly(Map.entry("all", Map.of("participants", 3L)));
        assertThat(figures(null, Dimension.PROVINCE, null, null))
                .containsExactly(
                        Map.entry("440000", Map.of("participants", 2L)),
                        Map.entry("110000", Map.of("participants", 1L)));
        assertThat(figures(null, Dimension.CITY, "440000", null))
                .containsExactly(Map.entry("440300", Map.of("participants", 2L)));
        assertThat(figures(null, Dimension.COUNTY, "440300", null))
                .containsExactly(Map.entry("440305", Map.of("participants", 2L)));
        assertThat(figures(null, Dimension.LIBRARY, null, null))
                .containsExactly(Map.entry("C-440300", Map.of("participants", 2L)));
        assertThat(figures(null, Dimension.AGE_BAND, null, null))
                .containsExactly(
                        Map.entry("FROM_7_TO_13", Map.of("participants", 2L)),
                        Map.entry("FROM_60", Map.of("participants", 1L)));
        assertThat(figures(null, Dimension.DAY, null, null))
                .containsExactly(Map.entry("2027-02-05", Map.of("participants", 3L)));
        assertThat(figures(null, Dimension.HOUR, null, null))
                .containsExactly(
                        Map.entry("2027-02-05T20", Map.of("participants", 2L)),
                        Map.entry("2027-02-05T21", Map.of("participants", 1L)));
        assertThat(figures(null, Dimension.MINUTE, null, "2027-02-05T20"))
                .containsExactly(
                        Map.entry("2027-02-05T20:00", Map.of("participants", 1L)),
                        Map.entry("2027-02-05T20:01", Map.of("participants", 1L)));
        assertThat(figures(null, Dimension.HOUR, "440000", null))
                .containsExactly(Map.entry("2027-02-05T20", Map.of("participants", 2L)));
        assertThat(figures(null, Dimension.DAY, "C-440300", null))
                .containsExactly(Map.entry("2027-02-05", Map.of("participants", 2L)));
    }

    @Test
    void countsVisitsAndEachVisitorOnceInEachCell() {
        read(CampaignTopics.VISITS, visit(1, "a", null, EVENING));
        read(CampaignTopics.VISITS, visit(2, "a", reader(1), EVENING.plusSeconds(3600)));
        read(CampaignTopics.VISITS, visit(1, "b", reader(2), EVENING));

        assertThat(figures(null, Dimension.WHOLE, null, null))
                .containsExactly(Map.entry("all", Map.of("visits", 3L, "visitors", 2L)));
        assertThat(figures(null, Dimension.PROVINCE, null, null))
                .containsExactly(Map.entry("440000", Map.of("visits", 2L, "visitors", 2L)));
        assertThat(figures(null, Dimension.HOUR, null, null))
                .containsExactly(
                        Map.entry("2027-02-05T20", Map.of("visits", 2L, "visitors", 2L)),
                        Map.entry("2027-02-05T21", Map.of("visits", 1L, "visitors", 1L)));
    }

    @Test
    void countsWhoOpenedAQuiz() {
        read(CampaignTopics.VISITS, visit(1, "a", "quiz", null, EVENING));
        read(CampaignTopics.VISITS, visit(2, "a", "quiz", null, EVENING.plusSeconds(60)));
        read(CampaignTopics.VISITS, visit(1, "b", null, EVENING));

        assertThat(figures(null, Dimension.WHOLE, null, null))
                .containsExactly(Map.entry("all", Map.of("visits", 3L, "visitors", 2L, "quizvisitors", 1L)));
    }

    @Test
    void addsUpAttemptsAndTheirScores() {
        read(QuizTopics.ATTEMPTS, graded(reader(1), 1, 60, 100, EVENING));
        read(QuizTopics.ATTEMPTS, graded(reader(1), 2, 100, 90, EVENING.plusSeconds(200)));
        read(QuizTopics.ATTEMPTS, graded(reader(2), 1, 60, 80, EVENING));

        var expected = Map.of("attempts", 3L, "players", 2L, "points", 220L, "scores60", 2L, "scores100", 1L);
        assertThat(figures(null, Dimension.WHOLE, null, null)).containsExactly(Map.entry("all", expected));
        assertThat(figures(QUIZ, Dimension.WHOLE, null, null)).containsExactly(Map.entry("all", expected));
        assertThat(figures(QUIZ, Dimension.LIBRARY, null, null)).containsExactly(Map.entry("C-440300", expected));
        assertThat(figures(QUIZ, Dimension.BEST_SCORE, null, null))
                .containsExactly(Map.entry("100", Map.of("players", 1L)), Map.entry("60", Map.of("players", 1L)));
        assertThat(figures(QUIZ, Dimension.BEST_SECONDS, null, "60"))
                .containsExactly(Map.entry("80", Map.of("players", 1L)));
        assertThat(rows(QUIZ, Dimension.BEST_SECONDS, null, "100")).hasSize(1);
    }

    @Test
    void ranksByScoreThenTimeAndLetsEqualsShareARank() {
        read(QuizTopics.ATTEMPTS, graded(reader(1), 1, 90, 100, EVENING));
        read(QuizTopics.ATTEMPTS, graded(reader(2), 1, 90, 80, EVENING.plusSeconds(9)));
        read(QuizTopics.ATTEMPTS, graded(reader(3), 1, 90, 80, EVENING.plusSeconds(3)));
        read(QuizTopics.ATTEMPTS, graded(reader(4), 1, 100, 400, EVENING));
        read(QuizTopics.ATTEMPTS, graded(reader(4), 2, 20, 10, EVENING.plusSeconds(500)));

        assertThat(ranking())
                .extracting(Ranked::rank, Ranked::participantId, Ranked::score, Ranked::seconds)
                .containsExactly(
                        tuple(1, reader(4).id(), 100, 400L),
                        tuple(2, reader(3).id(), 90, 80L),
                        tuple(2, reader(2).id(), 90, 80L),
                        tuple(4, reader(1).id(), 90, 100L));
    }

    @Test
    void showsAHundredAtTheMost() {
        for (int i = 0; i < 130; i++) {
            read(QuizTopics.ATTEMPTS, graded(reader(i), 1, 50, 300 - i, EVENING));
        }

        assertThat(ranking()).hasSize(100);
        assertThat(ranking().getFirst().participantId()).isEqualTo(reader(129).id());
        assertThat(ranking().getLast().rank()).isEqualTo(100);
    }

    @Test
    void letsThoseInWhoAreBetterThanTheLastOfAFullRanking() {
        for (int i = 0; i < 110; i++) {
            read(QuizTopics.ATTEMPTS, graded(reader(i), 1, 50, 300 - i, EVENING));
        }
        assertThat(ranking())
                .hasSize(100)
                .noneMatch(ranked -> ranked.participantId().equals(reader(5).id()));

        read(QuizTopics.ATTEMPTS, graded(reader(5), 2, 90, 10, EVENING));
        assertThat(ranking()).hasSize(100);
        assertThat(ranking().getFirst().participantId()).isEqualTo(reader(5).id());

        read(CampaignTopics.PARTICIPATIONS, erased(reader(5), EVENING));
        assertThat(ranking())
                .hasSize(100)
                .noneMatch(ranked -> ranked.participantId().equals(reader(5).id()));
        assertThat(ranking().getLast().participantId()).isEqualTo(reader(10).id());
    }

    @Test
    void countsTheSameEventOnce() {
        for (int i = 0; i < 3; i++) {
            read(CampaignTopics.PARTICIPATIONS, joined(reader(1), EVENING));
            read(QuizTopics.ATTEMPTS, graded(reader(1), 1, 60, 100, EVENING));
            read(CampaignTopics.VISITS, visit(1, "a", null, EVENING));
        }

        assertThat(figures(null, Dimension.WHOLE, null, null))
                .containsExactly(Map.entry(
                        "all",
                        Map.of(
                                "visits",
                                1L,
                                "visitors",
                                1L,
                                "participants",
                                1L,
                                "attempts",
                                1L,
                                "players",
                                1L,
                                "points",
                                60L,
                                "scores60",
                                1L)));
    }

    @Test
    void correctsTheBoardsWhenAKeyIsCorrected() {
        read(QuizTopics.ATTEMPTS, graded(reader(1), 1, 60, 100, EVENING));
        read(QuizTopics.ATTEMPTS, graded(reader(2), 1, 70, 100, EVENING));
        read(QuizTopics.ATTEMPTS, graded(reader(1), 1, 80, 100, EVENING, 2));
        read(QuizTopics.ATTEMPTS, graded(reader(1), 1, 60, 100, EVENING, 1));

        assertThat(figures(QUIZ, Dimension.WHOLE, null, null))
                .containsExactly(Map.entry(
                        "all", Map.of("attempts", 2L, "players", 2L, "points", 150L, "scores70", 1L, "scores80", 1L)));
        assertThat(ranking()).extracting(Ranked::score).containsExactly(80, 70);
    }

    @Test
    void forgetsAnErasedParticipantWhateverComesAfter() {
        read(CampaignTopics.PARTICIPATIONS, joined(reader(1), EVENING));
        read(CampaignTopics.PARTICIPATIONS, joined(reader(2), EVENING));
        read(QuizTopics.ATTEMPTS, graded(reader(1), 1, 60, 100, EVENING));
        read(CampaignTopics.PARTICIPATIONS, erased(reader(1), EVENING.plusSeconds(60)));
        read(QuizTopics.ATTEMPTS, graded(reader(1), 2, 90, 100, EVENING.plusSeconds(50)));

        assertThat(figures(null, Dimension.WHOLE, null, null))
                .containsExactly(Map.entry("all", Map.of("participants", 1L)));
        assertThat(figures(QUIZ, Dimension.WHOLE, null, null)).isEmpty();
        assertThat(ranking()).isEmpty();
    }

    @Test
    void putsAsideWhatCannotBeCountedAndGoesOn() {
        AttemptGraded sound = graded(reader(1), 1, 60, 100, EVENING);
        AttemptGraded ofNothing = new AttemptGraded(
                "of-nothing", EVENING, CAMPAIGN, QUIZ, "of-nothing", reader(1), 2, 0, 0, 0, 0, 1000, 1);
        read(QuizTopics.ATTEMPTS, ofNothing);
        read(QuizTopics.ATTEMPTS, sound);

        assertThat(figures(QUIZ, Dimension.WHOLE, null, null))
                .containsExactly(
                        Map.entry("all", Map.of("attempts", 1L, "players", 1L, "points", 60L, "scores60", 1L)));
        assertThat(driver.createOutputTopic(
                                QuizTopics.ATTEMPTS.deadLetters("stats-aggregator"),
                                new StringDeserializer(),
                                new ByteArrayDeserializer())
                        .readValuesToList())
                .containsExactly(EventJson.write(ofNothing));
    }

    @Test
    void tracesARowToItsRecords() {
        read(CampaignTopics.PARTICIPATIONS, joined(reader(1), EVENING));
        read(CampaignTopics.PARTICIPATIONS, joined(reader(3, "110000"), EVENING));
        read(CampaignTopics.PARTICIPATIONS, joined(reader(2), EVENING));
        read(QuizTopics.ATTEMPTS, graded(reader(1), 1, 60, 100, EVENING));

        assertThat(rows(null, Dimension.PROVINCE, null, null).getFirst().covers())
                .containsExactly(
                        new Coverage(CampaignTopics.PARTICIPATIONS.name(), 0, 0, 2, 2),
                        new Coverage(QuizTopics.ATTEMPTS.name(), 0, 0, 0, 1));
    }

    @Test
    void hidesSmallGroupsFromThePublicAndFromNobodyElse() {
        for (int i = 0; i < 12; i++) {
            read(CampaignTopics.PARTICIPATIONS, joined(readerOf("440300", i), EVENING));
        }
        for (int i = 12; i < 15; i++) {
            read(CampaignTopics.PARTICIPATIONS, joined(readerOf("440100", i), EVENING));
        }

        assertThat(figures(null, Dimension.CITY, "440000", null))
                .containsExactly(
                        Map.entry("440300", Map.of("participants", 12L)),
                        Map.entry("440100", Map.of("participants", 3L)));
        assertThat(publicRows(null, Dimension.CITY, "440000"))
                .containsExactly(
                        new PublicRow("440100", Map.of(), List.of("participants")),
                        new PublicRow("440300", Map.of(), List.of("participants")),
                        new PublicRow(PublicRow.OTHERS, Map.of("participants", 15L), List.of()));
        assertThat(publicRows(null, Dimension.PROVINCE, null))
                .containsExactly(new PublicRow("440000", Map.of("participants", 15L), List.of()));
        assertThat(publicBoards.readRecordsToList().toString()).doesNotContain("covers");
    }

    @Test
    void publishesNothingThatHappensDuringAFreeze() {
        read(QuizTopics.ATTEMPTS, graded(reader(1, "110000"), 1, 60, 100, EVENING));
        assertThat(publicRows(QUIZ, Dimension.PROVINCE, null)).hasSize(1);

        say(frozen(EVENING, EVENING));
        read(QuizTopics.ATTEMPTS, graded(reader(2, "440000"), 1, 90, 100, EVENING));
        assertThat(rows(QUIZ, Dimension.PROVINCE, null, null)).hasSize(2);
        assertThat(ranking()).hasSize(2);
        assertThat(publicBoards.isEmpty()).isTrue();

        say(thawed(EVENING));
        assertThat(publicRows(QUIZ, Dimension.PROVINCE, null)).hasSize(2);
        assertThat(((RankingPublished) newestPublic(QUIZ, Dimension.RANKING, null)).rows())
                .hasSize(2);
        pass(PAUSE);
        assertThat(publicBoards.isEmpty()).as("published once").isTrue();
    }

    @Test
    void freezesAtAMomentToComeAndOnlyThatCampaign() {
        say(frozen(EVENING, EVENING.plusSeconds(60)));
        read(CampaignTopics.PARTICIPATIONS, joined(reader(1), EVENING));
        assertThat(publicRows(null, Dimension.WHOLE, null)).hasSize(1);

        pass(Duration.ofSeconds(60));
        read(CampaignTopics.PARTICIPATIONS, joined(reader(2), EVENING));
        Participant elsewhere = reader(3);
        read(
                CampaignTopics.PARTICIPATIONS,
                new ParticipantJoined(elsewhere.id() + "-joined", EVENING, "yuanxiao-2027", elsewhere));
        assertThat(figures(null, Dimension.WHOLE, null, null))
                .containsExactly(Map.entry("all", Map.of("participants", 2L)));
        newestPublic(null, Dimension.WHOLE, null);
        assertThat(newestPublic.values().stream()
                        .filter(board -> board.campaignId().equals(CAMPAIGN)))
                .allSatisfy(
                        board -> assertThat(EventJson.write(board)).asString().doesNotContain("\"participants\":2"));
        assertThat(newestPublic).containsKey("yuanxiao-2027/-/WHOLE/-/-");
    }

    @Test
    void publishesNothingWhileAFreezeCannotBeRead() {
        driver.createInputTopic(CampaignTopics.FREEZES.name(), new StringSerializer(), new StringSerializer())
                .pipeInput(CAMPAIGN, "{\"type\":\"BoardsBurnt\"}");
        read(CampaignTopics.PARTICIPATIONS, joined(reader(1), EVENING));
        assertThat(rows(null, Dimension.WHOLE, null, null)).hasSize(1);
        assertThat(publicBoards.isEmpty()).isTrue();

        say(thawed(EVENING));
        assertThat(publicRows(null, Dimension.WHOLE, null)).hasSize(1);
    }

    @Test
    void tellsSeldomWhileItIsBehindTheLog() {
        read(CampaignTopics.PARTICIPATIONS, joined(reader(1), EVENING));
        assertThat(figures(null, Dimension.WHOLE, null, null))
                .containsExactly(Map.entry("all", Map.of("participants", 1L)));

        read(CampaignTopics.PARTICIPATIONS, joined(reader(2), EVENING), now.minusSeconds(60));
        for (int second = 0; second < 8; second++) {
            pass(Duration.ofSeconds(1));
        }
        assertThat(boards.isEmpty()).isTrue();
        pass(Duration.ofSeconds(2));
        assertThat(figures(null, Dimension.WHOLE, null, null))
                .containsExactly(Map.entry("all", Map.of("participants", 2L)));
    }

    private static Participant readerOf(String city, int number) {
        return new Participant(reader(number).id(), "440000", city, null, null, AgeBand.FROM_60);
    }

    private void say(FreezeEvent freeze) {
        driver.createInputTopic(CampaignTopics.FREEZES.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(freeze.campaignId(), EventJson.write(freeze));
    }

    private List<PublicRow> publicRows(@Nullable String activity, Dimension dimension, @Nullable String place) {
        return ((BoardPublished) newestPublic(activity, dimension, place)).rows();
    }

    private PublicBoardEvent newestPublic(@Nullable String activity, Dimension dimension, @Nullable String place) {
        pass(PAUSE);
        pass(PAUSE);
        publicBoards
                .readKeyValuesToList()
                .forEach(record -> newestPublic.put(record.key, EventJson.read(record.value, PublicBoardEvent.class)));
        String key = new BoardKey(CAMPAIGN, activity, dimension, place, null).text();
        return Objects.requireNonNull(newestPublic.get(key), key);
    }

    private <E extends Event> void read(Topic<? super E> topic, E event) {
        read(topic, event, now);
    }

    /** @param timestamp of the record */
    private <E extends Event> void read(Topic<? super E> topic, E event, Instant timestamp) {
        String key = switch (event) {
            case ParticipationEvent e -> e.participant().id();
            case AttemptEvent e -> e.participant().id();
            case PageVisited e -> e.visitorId();
            default -> throw new IllegalArgumentException(event.toString());
        };
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, EventJson.write(event), timestamp);
    }

    private void pass(Duration time) {
        driver.advanceWallClockTime(time);
        now = now.plus(time);
    }

    private List<Map.Entry<String, Map<String, Long>>> figures(
            @Nullable String activity, Dimension dimension, @Nullable String place, @Nullable String part) {
        return rows(activity, dimension, place, part).stream()
                .map(row -> Map.entry(row.key(), row.figures()))
                .toList();
    }

    private List<Row> rows(
            @Nullable String activity, Dimension dimension, @Nullable String place, @Nullable String part) {
        return ((BoardUpdated) newest(new BoardKey(CAMPAIGN, activity, dimension, place, part))).rows();
    }

    private List<Ranked> ranking() {
        return ((RankingUpdated) newest(new BoardKey(CAMPAIGN, QUIZ, Dimension.RANKING, null, null))).rows();
    }

    private BoardEvent newest(BoardKey key) {
        pass(PAUSE);
        pass(PAUSE);
        boards.readKeyValuesToList()
                .forEach(record -> newest.put(record.key, EventJson.read(record.value, BoardEvent.class)));
        return Objects.requireNonNull(newest.get(key.text()), key.text());
    }
}
