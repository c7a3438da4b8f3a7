package org.shuxiang.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.quiz.QuizClient.body;
import static org.shuxiang.quiz.QuizClient.rightAnswers;
import static org.shuxiang.quiz.QuizClient.sheet;
import static org.shuxiang.quiz.QuizFixture.participant;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.AttemptLimits;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.log.DeadLetters;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.testsupport.EventProbe;
import org.springframework.beans.factory.annotation.Autowired;
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
            ConsumerRecord<byte[], byte[]> letter = probe.await(keyed(reader.id()), PATIENCE);
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
            ConsumerRecord<byte[], byte[]> letter = probe.await(keyed(reader.id()), PATIENCE);
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

    @Test
    void followsACompactedTopicPastABadRecord() {
        log.append(CampaignTopics.CAMPAIGNS.name(), "poisoned", "no JSON".getBytes(StandardCharsets.UTF_8))
                .block(PATIENCE);
        log.append(QuizTopics.BANKS.name(), "poisoned@1", "{}".getBytes(StandardCharsets.UTF_8))
                .block(PATIENCE);

        // what comes after them is read
        client.publishQuiz("after-poison", 5);

        for (var topic : new String[] {
            CampaignTopics.CAMPAIGNS.deadLetters("quiz-service.replica"),
            QuizTopics.BANKS.deadLetters("quiz-service.replica")
        }) {
            try (var probe = EventProbe.fromBeginning(topic)) {
                ConsumerRecord<byte[], byte[]> letter = probe.await(record -> true, PATIENCE);
                assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_FQCN)).contains("UnreadableEventException");
            }
        }
    }

    private static Predicate<ConsumerRecord<byte[], byte[]>> keyed(String key) {
        return record -> new String(record.key(), StandardCharsets.UTF_8).equals(key);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
