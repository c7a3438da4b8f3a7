package org.shuxiang.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.testsupport.Records.hasKey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuxiang.campaign.participant.NicknameCipher;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.contracts.SignedOutEverywhere;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.NicknameChosen;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import org.shuxiang.contracts.campaign.ParticipationEvent.ConsentGiven;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantErased;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;
import org.shuxiang.testsupport.EventProbe;
import org.shuxiang.testsupport.TestSecrets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Joining, from the browser to the log and the view. */
@CampaignIT
class JoiningIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private WebTestClient client;

    @Autowired
    private ReactiveMongoTemplate mongo;

    @Autowired
    private TurnableClock clock;

    private Joiner joiner;
    private EventProbe participations;
    private EventProbe nicknames;

    @BeforeEach
    void listen() {
        joiner = new Joiner(client);
        participations = EventProbe.fromBeginning(CampaignTopics.PARTICIPATIONS.name());
        nicknames = EventProbe.fromBeginning(CampaignTopics.NICKNAMES.name());
    }

    @AfterEach
    void stop() {
        clock.turn(Duration.ZERO);
        participations.close();
        nicknames.close();
    }

    @Test
    void putsTheFactIntoTheLogAndTheParticipantIntoTheView() {
        JsonNode answer = joiner.joined(joiner.request("深圳书友"));
        String id = answer.get("participantId").asString();

        var joined = (ParticipantJoined) event(participations.await(hasKey(id), SOON));
        assertThat(joined.participant().id()).isEqualTo(id);
        assertThat(joined.participant().county()).isEqualTo("440305");
        assertThat(joined.campaignId()).isEqualTo(joiner.campaignId());
        Document view = viewed(id);
        assertThat(view.getString("library")).isEqualTo("C-440300");
    }

    @Test
    void writesTheNicknameNowhereInClear() {
        String nickname = "月下独酌的人";
        String id = joiner.joined(joiner.request(nickname)).get("participantId").asString();

        ConsumerRecord<byte[], byte[]> chosen = nicknames.await(hasKey(id), SOON);
        participations.await(hasKey(id), SOON);
        for (EventProbe probe : List.of(participations, nicknames)) {
            assertThat(probe.records())
                    .isNotEmpty()
                    .noneMatch(record -> text(record.value()).contains(nickname))
                    .noneMatch(record -> text(record.value()).contains("\\u6708"));
        }
        assertThat(viewed(id).toJson()).doesNotContain(nickname);
        var cipher =
                new NicknameCipher(String.valueOf(TestSecrets.properties().get("shuxiang.campaign.personal-data-key")));
        var event = EventJson.read(chosen.value(), NicknameChosen.class);
        assertThat(cipher.decrypt(event.nickname(), id)).isEqualTo(nickname);
    }

    @Test
    void givesTheSameParticipantForTheSameSolution() {
        Map<String, Object> request = joiner.request("又来一次");
        String first = joiner.joined(request).get("participantId").asString();
        String second = joiner.joined(request).get("participantId").asString();

        assertThat(second).isEqualTo(first);
        participations.await(hasKey(first), SOON);
        assertThat(participations.records().stream()
                        .filter(hasKey(first))
                        .map(JoiningIT::event)
                        .map(ParticipationEvent::eventId))
                .hasSize(2)
                .containsOnly(first + "-joined");
    }

    @Test
    void refusesASolutionThatIsMadeUpOrLate() {
        Map<String, Object> request = joiner.request("机器人");
        request.put("altcha", "eyJhIjoxfQ==");
        refused(request, 422, "/problems/challenge-failed");
        request.remove("altcha");
        refused(request, 422, "/problems/challenge-failed");
        Map<String, Object> late = joiner.request("迟到的人");
        clock.turn(Duration.ofMinutes(31));
        refused(late, 422, "/problems/challenge-expired");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Map<String, Object> request = joiner.request("");
        request.put("province", null);
        request.put("ageBand", null);
        joiner.join(request)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat((List<?>) fields).asString().contains("nickname", "province", "ageBand"));
        Map<String, Object> elsewhere = joiner.request("换了地方");
        elsewhere.put("city", "110101");
        joiner.join(elsewhere)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("city")
                .jsonPath("$.errors[0].messages.zh")
                .isNotEmpty();
        Map<String, Object> nowhere = joiner.request("没有这个馆");
        nowhere.put("library", "C-999999");
        refused(nowhere, 400, "/problems/invalid-request");
    }

    @Test
    void asksForTheGuardianOfAChild() {
        Map<String, Object> request = joiner.request("小小书虫");
        request.put("ageBand", "FROM_7_TO_13");
        refused(request, 422, "/problems/guardian-consent-missing");

        request.put("guardianConsent", Map.of("display", true, "judging", false));
        String id = joiner.joined(request).get("participantId").asString();
        var consent = (ConsentGiven) event(
                participations.await(hasKey(id).and(record -> event(record) instanceof ConsentGiven), SOON));
        assertThat(consent.consent().display()).isTrue();
        assertThat(consent.consent().judging()).isFalse();
        assertThat(consent.consent().archiving()).isFalse();
        Awaitility.await().atMost(SOON).until(() -> viewed(id).containsKey("consent"));
    }

    @Test
    void refusesANicknameWithABlockedWord() {
        refused(joiner.request("我是官 方 客服"), 422, "/problems/nickname-not-allowed");
        refused(joiner.request("ＡＤＭＩＮ"), 422, "/problems/nickname-not-allowed");
    }

    @Test
    void refusesToJoinACampaignThatIsOver() {
        Map<String, Object> request = joiner.request("来晚了");
        clock.turn(Duration.ofDays(60));
        refused(request, 422, "/problems/campaign-not-open");
        clock.turn(Duration.ZERO);
        request.put("campaignId", "no-such-campaign");
        refused(request, 400, "/problems/invalid-request");
    }

    @Test
    void forgetsAParticipantForGood() {
        Map<String, Object> request = joiner.request("请忘记我");
        JsonNode answer = joiner.joined(request);
        String id = answer.get("participantId").asString();
        String token = answer.get("token").asString();
        viewed(id);
        me(token).expectStatus().isOk().expectBody().jsonPath("$.nickname").isEqualTo("请忘记我");

        client.delete()
                .uri("/api/campaign/participants/me")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectCookie()
                .maxAge(Sessions.PARTICIPANT_COOKIE, Duration.ZERO);

        me(token).expectStatus().isUnauthorized();
        participations.await(hasKey(id).and(record -> event(record) instanceof ParticipantErased), SOON);
        nicknames.await(hasKey(id).and(record -> record.value() == null), SOON);
        try (var signOuts = EventProbe.fromBeginning(SignedOutEverywhere.TOPIC.name())) {
            signOuts.await(hasKey(id), SOON);
        }
        Awaitility.await().atMost(SOON).until(() -> viewed(id).containsKey("erasedAt"));
        assertThat(viewed(id)).doesNotContainKeys("province", "library", "ageBand");
        // the challenge that made them makes nobody any more
        refused(request, 422, "/problems/challenge-expired");
    }

    @Test
    void forgetsAParticipantOnThisDeviceOnly() {
        String token = joiner.joined(joiner.request("换个手机")).get("token").asString();
        client.delete()
                .uri("/api/campaign/participants/session")
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectCookie()
                .maxAge(Sessions.PARTICIPANT_COOKIE, Duration.ZERO);
        me(token).expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec me(String token) {
        return client.get()
                .uri("/api/campaign/participants/me")
                .cookie(Sessions.PARTICIPANT_COOKIE, token)
                .exchange();
    }

    private void refused(Map<String, Object> request, int status, String type) {
        joiner.join(request)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(type)
                .jsonPath("$.messages.en")
                .isNotEmpty();
    }

    private Document viewed(String id) {
        return Awaitility.await()
                .atMost(SOON)
                .until(() -> mongo.findById(id, Document.class, "participants").block(SOON), view -> view != null);
    }

    private static ParticipationEvent event(ConsumerRecord<byte[], byte[]> record) {
        return EventJson.read(record.value(), ParticipationEvent.class);
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
