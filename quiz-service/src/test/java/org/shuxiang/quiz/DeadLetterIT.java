package org.shuxiang.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.quiz.QuizClient.body;
import static org.shuxiang.quiz.QuizClient.rightAnswers;
import static org.shuxiang.quiz.QuizClient.sheet;
import static org.shuxiang.quiz.QuizFixture.participant;
import static org.shuxiang.testsupport.Records.hasKey;
import static org.shuxiang.testsupport.Records.header;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.SignedOutEverywhere;
import org.shuxiang.contracts.Topic;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.AttemptLimits;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.log.DeadLetters;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.testsupport.EventProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.KafkaHeaders;
import tools.jackson.databind.JsonNode;

/** A bad record stops nothing: it waits with its cause, and comes back when the cause is gone. */
@QuizIT
class DeadLetterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GRADING = QuizTopics.ANSWER_SHEETS.deadLetters("quiz-service.grading");

    @Autowired
    private QuizClient client;

    @Autowired
    private EventLog log;

    @Autowired
    private DeadLetters deadLetters;

    @Autowired
    private KafkaOperations<byte[], byte[]> writer;

    @Test
    void putsAsideWhatIsNoSheetAndGoesOn() {
        String activity = client.publishQuiz("poison", 5);
        Participant reader = participant(201);
        String token = client.token(reader, "poison");
        byte[] poison = "{\"type\":\"AnswerSheetSubmitted\",\"attemptId\":42".getBytes(StandardCharsets.UTF_8);
        log.append(QuizTopics.ANSWER_SHEETS.name(), reader.id(), poison).block(PATIENCE);

        JsonNode paper = client.paper(token, activity, 1);
        client.post(token, "/api/quiz/activities/" + activity + "/answer-sheets", sheet(paper, rightAnswers(paper)))
                .expectStatus()
                .isAccepted();

        // the key keeps both records in one partition, so the sheet was behind the poison
        assertThat(client.awaitGraded(token, paper.path("attemptId"))
                        .path("score")
                        .asInt())
                .isEqualTo(50);
        try (var probe = EventProbe.fromBeginning(GRADING)) {
            ConsumerRecord<byte[], byte[]> letter = probe.await(hasKey(reader.id()), PATIENCE);
            assertThat(letter.value()).isEqualTo(poison);
            assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_FQCN)).contains("UnreadableEventException");
            assertThat(header(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC)).isEqualTo(QuizTopics.ANSWER_SHEETS.name());
        }
    }

    @Test
    void gradesADeadLetterOnceItsCauseIsGone() {
        Participant reader = participant(202);
        AnswerSheetSubmitted sheet = QuizFixture.sheet(
                reader, 1, Instant.parse("2026-02-16T12:00:00Z"), Duration.ofMinutes(2), 4, new AttemptLimits(5, null));
        var ofAMissingVersion = new AnswerSheetSubmitted(
                sheet.eventId(),
                sheet.occurredAt(),
                sheet.campaignId(),
                sheet.activityId(),
                sheet.attemptId(),
                sheet.participant(),
                sheet.number(),
                sheet.limits(),
                sheet.bankId(),
                7,
                sheet.issuedAt(),
                sheet.paper(),
                sheet.answers(),
                sheet.resourcesOpened());
        log.append(QuizTopics.ANSWER_SHEETS, reader.id(), ofAMissingVersion).block(PATIENCE);
        try (var probe = EventProbe.fromBeginning(GRADING)) {
            ConsumerRecord<byte[], byte[]> letter = probe.await(hasKey(reader.id()), PATIENCE);
            assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_FQCN)).contains("NotYetKnownException");
        }

        client.publishBank(QuizFixture.BANK, 7, QuizFixture.questions(20));
        DeadLetters.Replayed replayed = deadLetters.replay(GRADING).orElseThrow();

        assertThat(replayed.replayed()).isEqualTo(1);
        String token = client.token(reader, "campaign");
        JsonNode attempt = body(client.get(token, "/api/quiz/attempts/" + sheet.attemptId()));
        assertThat(attempt.path("state").asString()).isEqualTo("GRADED");
        assertThat(attempt.path("score").asInt()).isEqualTo(40);
        assertThat(deadLetters.replay(GRADING).orElseThrow().replayed()).isZero();
    }

    static List<Topic<?>> replicatedTopics() {
        return List.of(CampaignTopics.CAMPAIGNS, QuizTopics.BANKS, SignedOutEverywhere.TOPIC);
    }

    @ParameterizedTest
    @MethodSource("replicatedTopics")
    void followsACompactedTopicPastABadRecord(Topic<?> topic) {
        String letters = topic.deadLetters("quiz-service.replica");
        String key = "poisoned@1";
        write(topic, key, "no JSON".getBytes(StandardCharsets.UTF_8));
        try (var probe = EventProbe.fromBeginning(letters)) {
            ConsumerRecord<byte[], byte[]> letter = probe.await(record -> true, PATIENCE);
            assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_FQCN)).contains("UnreadableEventException");
            assertThat(header(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC)).isEqualTo(topic.name());
        }
        assertThat(deadLetters.waiting()).contains(new DeadLetters.Waiting(letters, "quiz-service.replica", 1));
        assertThat(deadLetters.replay(letters)).contains(new DeadLetters.Replayed(0, 1));

        // the writer mends its record: what follows a bad one is read, and then nothing waits any more
        write(topic, key, null);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        deadLetters.waiting().contains(new DeadLetters.Waiting(letters, "quiz-service.replica", 0)));
    }

    /** As the topic's writer, which may be another service. */
    private void write(Topic<?> topic, String key, byte @Nullable [] value) {
        writer.send(topic.name(), key.getBytes(StandardCharsets.UTF_8), value)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
