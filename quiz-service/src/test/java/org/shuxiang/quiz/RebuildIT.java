package org.shuxiang.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shuxiang.quiz.QuizFixture.participant;
import static org.shuxiang.quiz.QuizFixture.question;
import static org.shuxiang.quiz.QuizFixture.questions;
import static org.shuxiang.quiz.QuizFixture.sheet;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.quiz.AnswerSheetEvent;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.RegradeRequested;
import org.shuxiang.contracts.quiz.AttemptLimits;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.launch.ShuxiangService;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.testsupport.ServersInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The views follow from the log: dropped and read again, they are the same to the byte. */
class RebuildIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int READERS = 60;
    /** Other tests share the log: these are the ids of this one. */
    private static final String OURS = "quiz~0199a5b2-0000-7000-8000-00000001";

    private static final Document OF_THIS_TEST = new Document("_id", new Document("$regex", "^" + OURS));
    private static final Document REGRADED = new Document(OF_THIS_TEST).append("grade.keyVersion", 2);

    private static final String OWN_GROUP = "--spring.cloud.stream.bindings.gradeAnswerSheets-in-0.group=rebuild-it";

    @Test
    void makesTheSameAttemptsFromTheLog() {
        String database;
        Map<String, String> before;
        try (var first = start()) {
            var mongo = first.getBean(ReactiveMongoTemplate.class);
            var log = first.getBean(EventLog.class);
            var client = first.getBean(QuizClient.class);
            client.publishBank(QuizFixture.BANK, 1, questions(20));
            appendAll(log, sheetsOfManyReaders());
            await().atMost(PATIENCE).until(() -> count(mongo, OF_THIS_TEST) == READERS * 3);
            List<Question> corrected = new ArrayList<>(questions(20));
            corrected.set(1, question("Q-001", 3));
            client.publishBank(QuizFixture.BANK, 2, corrected);
            appendAll(log, regradesOfAllAttempts());
            await().atMost(PATIENCE).until(() -> count(mongo, REGRADED) == READERS * 3);
            before = views(mongo);
            mongo.getCollection("attempts")
                    .flatMap(attempts -> Mono.from(attempts.insertOne(new Document("_id", OURS + "a leftover"))))
                    .block(PATIENCE);
            database = first.getEnvironment().getRequiredProperty("spring.mongodb.database");
        }

        try (var again = start("--shuxiang.rebuild-views=true", "--" + ServersInitializer.DATABASE + "=" + database)) {
            var mongo = again.getBean(ReactiveMongoTemplate.class);
            await().atMost(PATIENCE).until(() -> count(mongo, OF_THIS_TEST) == READERS * 3);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(views(mongo)).isEqualTo(before));
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--server.port=0");
        all.add(OWN_GROUP);
        return ShuxiangService.builder(QuizApplication.class, QuizApplication.NAME)
                .sources(QuizClient.class)
                .initializers(new ServersInitializer())
                .run(all.toArray(String[]::new));
    }

    private static List<AnswerSheetEvent> sheetsOfManyReaders() {
        var sheets = new ArrayList<AnswerSheetEvent>();
        for (int number = 1; number <= 3; number++) {
            for (int reader = 0; reader < READERS; reader++) {
                sheets.add(sheetOf(reader, number));
                if (reader % 7 == 0) {
                    sheets.add(sheetOf(reader, number));
                }
            }
        }
        return sheets;
    }

    private static List<AnswerSheetEvent> regradesOfAllAttempts() {
        var regrades = new ArrayList<AnswerSheetEvent>();
        for (int number = 1; number <= 3; number++) {
            for (int reader = 0; reader < READERS; reader++) {
                AnswerSheetSubmitted sheet = sheetOf(reader, number);
                regrades.add(new RegradeRequested(
                        sheet.attemptId() + "#regrade@2",
                        sheet.occurredAt(),
                        sheet.campaignId(),
                        sheet.activityId(),
                        sheet.attemptId(),
                        sheet.participantId(),
                        QuizFixture.BANK,
                        2));
            }
        }
        return regrades;
    }

    private static void appendAll(EventLog log, List<AnswerSheetEvent> events) {
        Flux.fromIterable(events)
                .concatMap(event -> log.append(QuizTopics.ANSWER_SHEETS, event.participantId(), event))
                .then()
                .block(PATIENCE);
    }

    /** Two of three attempts of a day count. */
    private static AnswerSheetSubmitted sheetOf(int reader, int number) {
        Participant participant = participant(10_000 + reader);
        return sheet(
                participant,
                number,
                QuizFixture.EVENING.plusSeconds(number),
                Duration.ofSeconds(30L + reader),
                reader % 6,
                new AttemptLimits(2, null));
    }

    private static long count(ReactiveMongoTemplate mongo, Document filter) {
        return mongo.getCollection("attempts")
                .flatMap(attempts -> Mono.from(attempts.countDocuments(filter)))
                .blockOptional(PATIENCE)
                .orElse(0L);
    }

    /** Every document of both views, by collection and id, as its BSON in hexadecimal. */
    private static Map<String, String> views(ReactiveMongoTemplate mongo) {
        var views = new TreeMap<String, String>();
        for (String collection : List.of("attempts", "ledgers")) {
            mongo.getCollection(collection)
                    .flatMapMany(documents -> raw(documents).find(OF_THIS_TEST))
                    .doOnNext(document -> views.put(
                            collection + "/" + document.getString("_id").getValue(),
                            HexFormat.of().formatHex(document.getByteBuffer().array())))
                    .then()
                    .block(PATIENCE);
        }
        return views;
    }

    private static MongoCollection<RawBsonDocument> raw(MongoCollection<Document> documents) {
        return documents.withDocumentClass(RawBsonDocument.class);
    }
}
