package org.shuxiang.stats.board.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.stats.StatsFixture.CAMPAIGN;
import static org.shuxiang.stats.StatsFixture.EVENING;
import static org.shuxiang.stats.StatsFixture.erased;
import static org.shuxiang.stats.StatsFixture.graded;
import static org.shuxiang.stats.StatsFixture.joined;
import static org.shuxiang.stats.StatsFixture.reader;
import static org.shuxiang.stats.StatsFixture.visit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.Topic;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.contracts.stats.BoardEvent;
import org.shuxiang.contracts.stats.BoardEvent.BoardUpdated;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.contracts.stats.PublicBoardEvent;
import org.shuxiang.contracts.stats.PublicBoardEvent.BoardPublished;
import org.shuxiang.embedded.kafka.EmbeddedKafka;
import org.shuxiang.testsupport.EventProbe;

/** The aggregator dies again and again under load; in the end every figure is that of the log, and a replay's bytes. */
class KillIT {

    private static final int KILLS = 10;
    private static final int PEOPLE = 600;
    private static final int ERASED = 60;
    private static final long SEED = 20270205;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String WHOLE = new BoardKey(CAMPAIGN, null, Dimension.WHOLE, null, null).text();
    /** Of all that {@link #write} writes. */
    private static final Map<String, Long> EXPECTED = Map.of(
            "visits",
            2L * PEOPLE,
            "visitors",
            (long) PEOPLE,
            "participants",
            (long) PEOPLE - ERASED,
            "players",
            (long) PEOPLE - ERASED,
            "attempts",
            2L * (PEOPLE - ERASED));

    @TempDir
    Path folder;

    @Test
    void countsExactlyHoweverOftenItDies() throws Exception {
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
            String brokers = kafka.bootstrapServers();
            createTopics(brokers);
            var random = new Random(SEED);
            try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", brokers))) {
                long counted = 0;
                for (int kill = 0; kill < KILLS; kill++) {
                    try (var process = AggregatorProcess.start(brokers, "killed", "boards", folder.resolve("killed"))) {
                        write(brokers, kill * PEOPLE / KILLS, (kill + 1) * PEOPLE / KILLS);
                        counted = awaitMoreThan(counted, admin);
                        process.killAfter(Duration.ofMillis(random.nextInt(500)));
                    }
                }
            }
            Map<String, String> killed;
            Map<String, String> killedPublic;
            try (var process = AggregatorProcess.start(brokers, "killed", "boards", folder.resolve("killed"))) {
                killed = awaitComplete(brokers, "boards");
                killedPublic = awaitComplete(brokers, "boards-public");
            }
            try (var process = AggregatorProcess.start(brokers, "replay", "replayed", folder.resolve("replay"))) {
                assertThat(awaitComplete(brokers, "replayed")).isEqualTo(killed);
                assertThat(awaitComplete(brokers, "replayed-public")).isEqualTo(killedPublic);
            }
        }
    }

    private static void createTopics(String brokers) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", brokers))) {
            admin.createTopics(List.of(
                            new NewTopic(CampaignTopics.VISITS.name(), 2, (short) 1),
                            new NewTopic(CampaignTopics.PARTICIPATIONS.name(), 2, (short) 1),
                            new NewTopic(QuizTopics.ATTEMPTS.name(), 2, (short) 1),
                            new NewTopic(CampaignTopics.FREEZES.name(), 1, (short) 1),
                            new NewTopic("boards", 1, (short) 1),
                            new NewTopic("boards-public", 1, (short) 1),
                            new NewTopic("replayed", 1, (short) 1),
                            new NewTopic("replayed-public", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** How many records were counted for good, once there are more; the aggregator is amid the others then. */
    private static long awaitMoreThan(long counted, Admin admin) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () ->
                                admin
                                        .listConsumerGroupOffsets("killed")
                                        .partitionsToOffsetAndMetadata()
                                        .get()
                                        .entrySet()
                                        .stream()
                                        .filter(entry -> !entry.getKey().topic().startsWith("killed"))
                                        .mapToLong(entry -> entry.getValue().offset())
                                        .sum(),
                        now -> now > counted);
    }

    /** Everybody visits twice, joins and hands in two attempts, each told twice; some are erased in between. */
    private static void write(String brokers, int from, int to) {
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "linger.ms", 5);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = from; i < to; i++) {
                Participant who = i % 3 == 0 ? reader(i, "110000") : reader(i);
                var at = EVENING.plusSeconds(i);
                for (int number = 1; number <= 2; number++) {
                    send(producer, CampaignTopics.VISITS, "v" + i, visit(number, "v" + i, who, at));
                    send(producer, CampaignTopics.PARTICIPATIONS, who.id(), joined(who, at));
                    for (int again = 0; again < 2; again++) {
                        send(
                                producer,
                                QuizTopics.ATTEMPTS,
                                who.id(),
                                graded(who, number, i % 11 * 10, 60 + i % 90, at));
                    }
                    if (number == 1 && i < ERASED) {
                        send(producer, CampaignTopics.PARTICIPATIONS, who.id(), erased(who, at));
                    }
                }
            }
        }
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, Topic<?> topic, String key, Event event) {
        var unused = producer.send(
                new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), EventJson.write(event)));
    }

    /** The newest of each board, once the whole campaign's shows everything and no board has changed for a while. */
    private static Map<String, String> awaitComplete(String brokers, String topic) {
        var newest = new TreeMap<String, String>();
        try (var probe = EventProbe.fromBeginning(brokers, topic)) {
            Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(Duration.ofSeconds(1))
                    .atMost(PATIENCE)
                    .until(() -> {
                        var before = new TreeMap<>(newest);
                        for (var record : probe.records()) {
                            newest.put(
                                    new String(record.key(), StandardCharsets.UTF_8),
                                    new String(record.value(), StandardCharsets.UTF_8));
                        }
                        return newest.equals(before)
                                && figures(newest).entrySet().containsAll(EXPECTED.entrySet());
                    });
        }
        return newest;
    }

    private static Map<String, Long> figures(Map<String, String> boards) {
        String whole = boards.get(WHOLE);
        if (whole == null) {
            return Map.of();
        }
        byte[] json = whole.getBytes(StandardCharsets.UTF_8);
        return whole.contains("\"BoardPublished\"")
                ? ((BoardPublished) EventJson.read(json, PublicBoardEvent.class))
                        .rows()
                        .getFirst()
                        .figures()
                : ((BoardUpdated) EventJson.read(json, BoardEvent.class))
                        .rows()
                        .getFirst()
                        .figures();
    }
}
