package org.shuxiang.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.stats.StatsFixture.CAMPAIGN;
import static org.shuxiang.stats.StatsFixture.EVENING;
import static org.shuxiang.stats.StatsFixture.QUIZ;
import static org.shuxiang.stats.StatsFixture.graded;
import static org.shuxiang.stats.StatsFixture.joined;
import static org.shuxiang.stats.StatsFixture.reader;
import static org.shuxiang.stats.StatsFixture.visit;
import static org.shuxiang.testsupport.Records.hasKey;
import static org.shuxiang.testsupport.Records.header;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.Topic;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import org.shuxiang.contracts.quiz.AttemptEvent;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.contracts.stats.BoardEvent;
import org.shuxiang.contracts.stats.BoardEvent.BoardUpdated;
import org.shuxiang.contracts.stats.BoardEvent.RankingUpdated;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.contracts.stats.StatsTopics;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.testsupport.EventProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.support.KafkaHeaders;

/** The boards on a real broker, from events of every partition. */
@StatsIT
class AggregationIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PEOPLE = 300;
    private static final Map<Topic<?>, String> POISON = Map.of(
            CampaignTopics.PARTICIPATIONS, "{\"type\":\"ParticipantJoined\",\"eventId\":7}",
            CampaignTopics.VISITS, "not JSON",
            QuizTopics.ATTEMPTS, "{\"type\":\"AttemptGraded\",\"eventId\":\"a\",\"score\":\"many\"}");
    private static final BoardKey PROVINCES = new BoardKey(CAMPAIGN, null, Dimension.PROVINCE, null, null);
    private static final BoardKey RANKING = new BoardKey(CAMPAIGN, QUIZ, Dimension.RANKING, null, null);

    @Autowired
    private EventLog log;

    @Test
    void countsEverybodyOnceAndPutsAsideWhatCannotBeRead() {
        POISON.forEach((topic, value) ->
                log.append(topic.name(), reader(0).id(), bytes(value)).block(SOON));
        List<EventLog.Keyed<ParticipationEvent>> joins = new ArrayList<>();
        List<EventLog.Keyed<AttemptEvent>> attempts = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Participant who = reader(i);
            joins.add(new EventLog.Keyed<>(who.id(), joined(who, EVENING)));
            attempts.add(new EventLog.Keyed<>(who.id(), graded(who, 1, i % 10 * 10, 60 + i, EVENING)));
        }
        log.appendAll(CampaignTopics.PARTICIPATIONS, joins).block(SOON);
        log.appendAll(QuizTopics.ATTEMPTS, attempts).block(SOON);
        log.appendAll(QuizTopics.ATTEMPTS, attempts).block(SOON);
        log.append(CampaignTopics.VISITS, "a", visit(1, "a", null, EVENING)).block(SOON);

        try (var boards = EventProbe.fromBeginning(StatsTopics.BOARDS.name())) {
            var provinces = (BoardUpdated) board(boards.await(
                    hasKey(PROVINCES.text())
                            .and(record -> ((BoardUpdated) board(record))
                                    .rows()
                                    .getFirst()
                                    .figures()
                                    .entrySet()
                                    .containsAll(Map.of("participants", (long) PEOPLE, "attempts", (long) PEOPLE)
                                            .entrySet())),
                    SOON));
            assertThat(provinces.rows().getFirst().figures())
                    .containsEntry("players", (long) PEOPLE)
                    .containsEntry("points", 45L * PEOPLE);
            assertThat(provinces.rows().getFirst().covers())
                    .extracting(coverage -> coverage.topic() + coverage.partition())
                    .containsExactly(
                            "campaign.participations.v10",
                            "campaign.participations.v11",
                            "campaign.participations.v12",
                            "quiz.attempts.v10",
                            "quiz.attempts.v11",
                            "quiz.attempts.v12");
            var ranking = (RankingUpdated) board(boards.await(
                    hasKey(RANKING.text()).and(record -> isComplete((RankingUpdated) board(record))), SOON));
            assertThat(ranking.rows()).hasSize(100);
            assertThat(ranking.covers().stream().mapToLong(coverage -> coverage.events()))
                    .satisfies(events -> assertThat(
                                    events.stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(100));
            assertThat(ranking.rows().getFirst().participantId())
                    .isEqualTo(reader(9).id());
            assertThat(ranking.rows()).extracting(row -> row.score()).isSortedAccordingTo((a, b) -> b - a);
        }
        POISON.forEach((topic, value) -> {
            try (var letters = EventProbe.fromBeginning(topic.deadLetters(StatsApplication.NAME))) {
                ConsumerRecord<byte[], byte[]> letter =
                        letters.await(hasKey(reader(0).id()), SOON);
                assertThat(letter.value()).isEqualTo(bytes(value));
                assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_FQCN)).contains("UnreadableEventException");
            }
        });
    }

    /** Of each score there are thirty. */
    private static boolean isComplete(RankingUpdated ranking) {
        return ranking.rows().size() == 100
                && ranking.rows().stream().filter(row -> row.score() >= 70).count() == 90;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static BoardEvent board(ConsumerRecord<byte[], byte[]> record) {
        return EventJson.read(record.value(), BoardEvent.class);
    }
}
