package org.shuxiang.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.Topic;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.Answer;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AskedQuestion;
import org.shuxiang.contracts.quiz.AttemptLimits;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.contracts.quiz.QuestionKind;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.contracts.stats.PublicBoardEvent;
import org.shuxiang.contracts.stats.PublicBoardEvent.BoardPublished;
import org.shuxiang.contracts.stats.StatsTopics;
import org.shuxiang.embedded.kafka.EmbeddedKafka;
import org.shuxiang.embedded.mongo.EmbeddedMongo;
import org.shuxiang.quiz.paper.AttemptId;
import org.shuxiang.standalone.Api.Open;
import org.shuxiang.standalone.Api.Reader;
import tools.jackson.databind.JsonNode;

/** The program on a broker and a database that it did not start: they go away, and the commands are run on them. */
class NamedServersIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String FIRST_PASSWORD = "nian-nian-you-yu";
    private static final String PASSWORD = "sui-sui-ping-an";

    @TempDir
    Path folder;

    private EmbeddedMongo mongodb;
    private EmbeddedKafka kafka;
    private int kafkaPort;

    @BeforeEach
    void startServers() throws IOException {
        mongodb = EmbeddedMongo.start(folder.resolve("mongo.db"), 0);
        kafkaPort = Running.freePort();
        kafka = startKafka();
    }

    @AfterEach
    void stopServers() {
        kafka.close();
        mongodb.close();
    }

    @Test
    void outlivesTheBrokerReplaysAndRebuilds() throws Exception {
        List<JsonNode> attempts;
        Boards boards;
        Open open;
        Reader inTime;
        Reader duringTheOutage;
        try (var program = start(FIRST_PASSWORD, "up")) {
            program.awaitHealth();
            var api = new Api(program);
            open = api.open();
            inTime = api.readerWithPaper(open, "早起的读者");
            duringTheOutage = api.readerWithPaper(open, "停电的读者");
            assertThat(api.handIn(open, inTime, null).statusCode()).isEqualTo(202);
            awaitGraded(api, inTime);

            refusesWhileTheBrokerIsAway(api, open, duringTheOutage);
            replaysDeadLetters(program, api, inTime);
            boards = countedBoards(open, 0);

            attempts = List.of(api.attempts(open, inTime), api.attempts(open, duringTheOutage));
            program.terminate();
        }
        assertThat(folder.resolve("home/kafka")).doesNotExist();
        assertThat(folder.resolve("home/mongodb")).doesNotExist();

        try (var rebuilt = start(PASSWORD, "rebuild")) {
            rebuilt.awaitHealth();
            var api = new Api(rebuilt);
            awaitGraded(api, inTime);
            awaitGraded(api, duringTheOutage);
            assertThat(List.of(api.attempts(open, inTime), api.attempts(open, duringTheOutage)))
                    .isEqualTo(attempts);
            // written again, byte for byte
            assertThat(countedBoards(open, boards.end()).newest()).isEqualTo(boards.newest());
        }
    }

    /**
     * The boards of the campaign.
     *
     * @param newest JSON by key
     * @param end the offset after the last of them
     */
    private record Boards(Map<String, String> newest, long end) {}

    private void refusesWhileTheBrokerIsAway(Api api, Open open, Reader reader) throws Exception {
        kafka.close();
        HttpResponse<String> refused = api.handIn(open, reader, null);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        String receipt = Api.json(refused).path("receipt").asString();
        assertThat(receipt).isNotEmpty();
        HttpResponse<String> notJoined = api.join(open, "后来的读者");
        assertThat(notJoined.statusCode()).as(notJoined.body()).isEqualTo(503);
        assertThat(notJoined.headers().firstValue("Retry-After")).isPresent();

        Instant outage = Instant.now();
        kafka = startKafka();
        HttpResponse<String> taken = Awaitility.await()
                .atMost(SOON)
                .until(() -> api.handIn(open, reader, receipt), answer -> answer.statusCode() == 202);
        // the outage costs nobody their time: what counts is the first try
        assertThat(Instant.parse(Api.json(taken).path("submittedAt").asString()))
                .isBefore(outage);
        awaitGraded(api, reader);
    }

    private void replaysDeadLetters(Running program, Api api, Reader reader) throws Exception {
        String attemptId = new AttemptId("another-quiz", reader.participantId(), 1).text();
        var late = new AnswerSheetSubmitted(
                attemptId,
                Instant.parse("2026-02-16T12:02:00Z"),
                "another-campaign",
                "another-quiz",
                attemptId,
                new Participant(reader.participantId(), "440000", null, null, null, AgeBand.FROM_18_TO_34),
                1,
                new AttemptLimits(1, null),
                "to-come",
                1,
                Instant.parse("2026-02-16T12:00:00Z"),
                List.of(new AskedQuestion("Q-1", List.of(1, 0))),
                List.of(new Answer(0, List.of(1))),
                List.of());
        append(QuizTopics.ANSWER_SHEETS, reader.participantId(), late);
        String letters = QuizTopics.ANSWER_SHEETS.deadLetters("quiz-service.grading");
        String first = token(api, FIRST_PASSWORD);
        HttpResponse<String> changed = api.send(
                "PUT",
                "/api/campaign/staff/password",
                first,
                Map.of("currentPassword", FIRST_PASSWORD, "newPassword", PASSWORD));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        String token = token(api, PASSWORD);
        Awaitility.await().atMost(SOON).until(() -> waiting(api, token, letters) == 1);

        assertThat(replay(program, PASSWORD)).contains(letters, "再次失败 failed again 1");
        append(
                QuizTopics.BANKS,
                "to-come@1",
                new QuestionBankPublished(
                        "to-come@1",
                        Instant.parse("2026-02-16T11:00:00Z"),
                        "to-come",
                        1,
                        "后来的题库",
                        List.of(new Question(
                                "Q-1",
                                QuestionKind.TRUE_FALSE,
                                "春节习俗",
                                Difficulty.EASY,
                                "除夕守岁",
                                List.of("对", "错"),
                                List.of(0),
                                "守岁是除夕的习俗",
                                "《风土记》",
                                null))));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> replay(program, PASSWORD), said -> said.contains("重放成功 replayed 1"));
        assertThat(replay(program, PASSWORD)).contains("没有死信");
        assertThat(replay(program, "not-the-password")).contains("密码不正确", "password is wrong");
        assertThat(api.get("/api/quiz/attempts/" + attemptId, reader.token())
                        .path("state")
                        .asString())
                .isEqualTo("GRADED");
    }

    /**
     * The public boards that were written from that offset on, once nothing changes any more: two joined and handed in; who was
     * refused does not count, nor does what was sent twice.
     */
    private Boards countedBoards(Open open, long from) {
        String key = new BoardKey(open.campaignId(), null, Dimension.WHOLE, null, null).text();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(StatsTopics.PUBLIC_BOARDS.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            var newest = new HashMap<String, String>();
            Awaitility.await().pollInSameThread().atMost(SOON).until(() -> {
                boolean isQuiet = true;
                for (var record : consumer.poll(Duration.ofSeconds(2))) {
                    isQuiet = false;
                    if (record.key().startsWith(open.campaignId() + "/")) {
                        newest.put(record.key(), new String(record.value(), StandardCharsets.UTF_8));
                    }
                }
                Map<String, Long> figures = figures(newest.get(key));
                return isQuiet
                        && Long.valueOf(2).equals(figures.get("participants"))
                        && Long.valueOf(2).equals(figures.get("attempts"));
            });
            return new Boards(newest, consumer.position(partition));
        }
    }

    private static Map<String, Long> figures(@Nullable String board) {
        return board != null
                        && EventJson.read(board.getBytes(StandardCharsets.UTF_8), PublicBoardEvent.class)
                                instanceof BoardPublished published
                ? published.rows().getFirst().figures()
                : Map.of();
    }

    private static long waiting(Api api, String token, String letters) throws IOException, InterruptedException {
        for (JsonNode topic : api.get("/api/quiz/dead-letters", token)) {
            if (topic.path("topic").asString().equals(letters)) {
                return topic.path("waiting").asLong();
            }
        }
        return 0;
    }

    private static String token(Api api, String password) throws IOException, InterruptedException {
        HttpResponse<String> session =
                api.send("/api/campaign/staff/session", null, Map.of("username", "admin", "password", password));
        assertThat(session.statusCode()).as(session.body()).isEqualTo(200);
        return Api.json(session).path("token").asString();
    }

    private static void awaitGraded(Api api, Reader reader) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> api.attempt(reader).path("state").asString().equals("GRADED"));
    }

    /** What the command says; it works on the program that runs, without starting anything. */
    private String replay(Running program, String password) throws IOException, InterruptedException {
        try (var command = Running.start(
                Standalone.class,
                "-Xmx200m",
                folder,
                Map.of("SHUXIANG_PORT", Integer.toString(program.port), "SHUXIANG_ADMIN_PASSWORD", password),
                "replay")) {
            command.exitCode();
            return command.output();
        }
    }

    private Running start(String password, String command) throws IOException {
        return Running.start(
                Standalone.class,
                "-Xmx700m",
                folder,
                Map.of(
                        "SHUXIANG_KAFKA",
                        kafka.bootstrapServers(),
                        "SHUXIANG_MONGODB",
                        mongodb.connectionString(),
                        "SHUXIANG_PROOF_OF_WORK",
                        "off",
                        "SHUXIANG_ADMIN_PASSWORD",
                        password,
                        "SHUXIANG_RETRY_NOTYETKNOWN",
                        "2s"),
                command);
    }

    private EmbeddedKafka startKafka() {
        return EmbeddedKafka.start(folder.resolve("kafka"), kafkaPort);
    }

    private <E extends Event> void append(Topic<E> topic, String key, E event) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            topic.name(), key.getBytes(StandardCharsets.UTF_8), EventJson.write(event)))
                    .get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
