package org.shuxiang.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.testsupport.Records.hasKey;
import static org.shuxiang.testsupport.Records.header;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuxiang.campaign.participant.ParticipantView;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.SignedOutEverywhere;
import org.shuxiang.contracts.Topic;
import org.shuxiang.contracts.UnreadableEventException;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.log.DeadLetters;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.testsupport.EventProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/** A record that cannot be handled stops nothing, says why, and is handled once the cause is mended. */
@CampaignIT
class DeadLetterIT {

    private static final String DEAD_LETTERS = "campaign.participations.v1.campaign-api.participants.dlq";
    private static final Duration SOON = Duration.ofSeconds(40);

    @Autowired
    private EventLog log;

    @Autowired
    private DeadLetters deadLetters;

    @Autowired
    private ReactiveMongoTemplate mongo;

    @Autowired
    private ParticipantView.Store store;

    @Autowired
    private WebTestClient client;

    @Autowired
    private Callers callers;

    @AfterEach
    void mend() {
        ((BreakableStore) store).mend();
    }

    @Test
    void putsAnUnreadableRecordAsideAndGoesOn() {
        String id = id();
        byte[] poison = "{\"type\":\"ParticipantJoined\",\"eventId\":42".getBytes(StandardCharsets.UTF_8);
        log.append(CampaignTopics.PARTICIPATIONS.name(), id, poison).block(SOON);
        log.append(CampaignTopics.PARTICIPATIONS, id, joined(id)).block(SOON);

        try (var letters = EventProbe.fromBeginning(DEAD_LETTERS)) {
            ConsumerRecord<byte[], byte[]> letter = letters.await(hasKey(id), SOON);
            assertThat(letter.value()).isEqualTo(poison);
            assertThat(header(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC)).isEqualTo("campaign.participations.v1");
            assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_FQCN))
                    .isEqualTo(UnreadableEventException.class.getName());
            assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_MESSAGE))
                    .contains("not a readable ParticipationEvent");
        }
        awaitView(id);
    }

    @Test
    void handlesARecordOnceTheDefectIsMended() {
        String broken = id();
        String next = id();
        ((BreakableStore) store).breakFor(broken);
        log.append(CampaignTopics.PARTICIPATIONS, broken, joined(broken)).block(SOON);
        log.append(CampaignTopics.PARTICIPATIONS, next, joined(next)).block(SOON);
        awaitView(next);
        try (var letters = EventProbe.fromBeginning(DEAD_LETTERS)) {
            letters.await(hasKey(broken), SOON);
        }
        assertThat(view(broken)).isNull();
        assertThat(waiting()).isPositive();

        ((BreakableStore) store).mend();
        client.post()
                .uri("/api/campaign/dead-letters/replays")
                .headers(headers -> headers.setBearerAuth(callers.organiser()))
                .bodyValue(Map.of("topic", DEAD_LETTERS))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.replayed")
                .value(replayed -> assertThat(((Number) replayed).intValue()).isPositive());

        awaitView(broken);
        client.get()
                .uri("/api/campaign/audit-entries?limit=5")
                .headers(headers -> headers.setBearerAuth(callers.organiser()))
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.action == 'replay-dead-letters')].target")
                .isEqualTo(DEAD_LETTERS);
    }

    @Test
    void doesNotKnowADeadLetterTopicOfSomebodyElse() {
        client.post()
                .uri("/api/campaign/dead-letters/replays")
                .headers(headers -> headers.setBearerAuth(callers.organiser()))
                .bodyValue(Map.of("topic", "campaign.campaigns.v1"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    static List<Topic<?>> replicatedTopics() {
        return List.of(CampaignTopics.CAMPAIGNS, CampaignTopics.LIBRARIES, QuizTopics.BANKS, SignedOutEverywhere.TOPIC);
    }

    @ParameterizedTest
    @MethodSource("replicatedTopics")
    void followsACompactedTopicPastABadRecord(Topic<?> topic) {
        String letters = topic.deadLetters("campaign-api.replica");
        String key = "poisoned@1";
        log.append(topic.name(), key, "no JSON".getBytes(StandardCharsets.UTF_8))
                .block(SOON);
        try (var probe = EventProbe.fromBeginning(letters)) {
            ConsumerRecord<byte[], byte[]> letter = probe.await(record -> true, SOON);
            assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_FQCN))
                    .isEqualTo(UnreadableEventException.class.getName());
            assertThat(header(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC)).isEqualTo(topic.name());
        }
        assertThat(deadLetters.waiting()).contains(new DeadLetters.Waiting(letters, "campaign-api.replica", 1));
        assertThat(deadLetters.replay(letters)).contains(new DeadLetters.Replayed(0, 1));

        // the writer mends its record: what follows a bad one is read, and then nothing waits any more
        log.delete(topic, key).block(SOON);
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        deadLetters.waiting().contains(new DeadLetters.Waiting(letters, "campaign-api.replica", 0)));
    }

    private int waiting() {
        byte[] body = client.get()
                .uri("/api/campaign/dead-letters")
                .headers(headers -> headers.setBearerAuth(callers.organiser()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JsonMapper.shared()
                .readTree(body)
                .valueStream()
                .filter(letters -> letters.path("topic").asString().equals(DEAD_LETTERS)
                        && letters.path("group").asString().equals("campaign-api.participants"))
                .mapToInt(letters -> letters.path("waiting").asInt())
                .sum();
    }

    private void awaitView(String id) {
        Awaitility.await().atMost(SOON).until(() -> view(id) != null);
    }

    private @Nullable Document view(String id) {
        return mongo.findById(id, Document.class, "participants").block(SOON);
    }

    private static ParticipantJoined joined(String id) {
        return new ParticipantJoined(
                id + "-joined",
                Instant.parse("2026-01-28T16:00:00Z"),
                "a-campaign",
                new Participant(id, "110000", null, null, null, AgeBand.FROM_60));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
