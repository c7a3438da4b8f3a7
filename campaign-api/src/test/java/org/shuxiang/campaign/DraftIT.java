package org.shuxiang.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuxiang.campaign.bank.BankCatalogue;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.campaign.CampaignEvent;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignArchived;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignPublished;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.contracts.quiz.QuestionKind;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.testsupport.EventProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A campaign from its first draft to the archive. */
@CampaignIT
class DraftIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String DRAFTS = "/api/campaign/drafts";

    @Autowired
    private WebTestClient client;

    @Autowired
    private Callers callers;

    @Autowired
    private TurnableClock clock;

    @Autowired
    private EventLog log;

    @Autowired
    private BankCatalogue banks;

    private String token = "";
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void publishABank() {
        token = callers.organiser();
        now = Instant.parse(Instant.now().toString().substring(0, 19) + "Z");
        var question = new Question(
                "q1",
                QuestionKind.TRUE_FALSE,
                "春节习俗",
                Difficulty.EASY,
                "除夕守岁。",
                List.of("对", "错"),
                List.of(0),
                "是的。",
                "《荆楚岁时记》",
                null);
        var bank = new QuestionBankPublished("bank-tiny@1", now, "tiny", 1, "小题库", List.of(question));
        log.append(QuizTopics.BANKS, "tiny@1", bank).block(SOON);
        Awaitility.await().atMost(SOON).until(() -> banks.knows("tiny"));
    }

    @AfterEach
    void resetClock() {
        clock.turn(Duration.ZERO);
    }

    @Test
    void namesEverythingThatIsMissingInBothLanguages() {
        String id = id();
        JsonNode draft = json(post(DRAFTS, Map.of("id", id)).expectStatus().isCreated());
        assertThat(draft.get("revision").asInt()).isEqualTo(1);
        assertThat(draft.get("state").asString()).isEqualTo("DRAFT");
        JsonNode problems = json(post(DRAFTS + "/" + id + "/validation", Map.of())
                        .expectStatus()
                        .isOk())
                .get("problems");
        List<String> fields = new ArrayList<>();
        problems.forEach(problem -> {
            fields.add(problem.get("field").asString());
            assertThat(problem.get("messages").get("zh").asString()).isNotBlank();
            assertThat(problem.get("messages").get("en").asString()).isNotBlank();
        });
        assertThat(fields)
                .contains("title.zh", "title.en", "window.opensAt", "window.closesAt", "activities", "tagline.en");

        Map<String, Object> wrong = complete(id, now.minusSeconds(60), now.plusSeconds(3600));
        Map<String, Object> activity = activity(id + "-quiz", now.minusSeconds(120), now.plusSeconds(60));
        activity.put("bankId", "tiny");
        activity.put("timeLimitSeconds", 3);
        activity.put("eligibility", Map.of("regions", List.of("999999")));
        activity.put("blueprint", List.of(Map.of("category", "春节习俗", "difficulty", "EASY", "count", 2)));
        wrong.put("activities", List.of(activity));
        save(id, 1, wrong).expectStatus().isOk();
        post(DRAFTS + "/" + id + "/publication", Map.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/campaign-incomplete")
                .jsonPath("$.problems[?(@.field == 'activities[0].window.opensAt')].code")
                .isEqualTo("WindowOutside")
                .jsonPath("$.problems[?(@.field == 'activities[0].timeLimitSeconds')].code")
                .isEqualTo("Range")
                .jsonPath("$.problems[?(@.field == 'activities[0].eligibility.regions')].code")
                .isEqualTo("Unknown")
                .jsonPath("$.problems[?(@.field == 'activities[0].blueprint[0].count')].messages.zh")
                .isEqualTo("题库里这一类只有 1 题");
    }

    @Test
    void goesThroughItsStatesByTheClock() {
        String id = id();
        Instant opens = now.plusSeconds(3600);
        post(DRAFTS, complete(id, opens, opens.plusSeconds(3600)))
                .expectStatus()
                .isCreated();
        client.get()
                .uri("/api/campaign/campaigns/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
        post(DRAFTS + "/" + id + "/publication", Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PUBLISHED")
                .jsonPath("$.publishedRevision")
                .isEqualTo(1);
        Awaitility.await().atMost(SOON).untilAsserted(() -> publicState(id, "PUBLISHED"));
        clock.turn(Duration.ofMinutes(90));
        token = callers.organiser();
        publicState(id, "OPEN");
        clock.turn(Duration.ofMinutes(150));
        token = callers.organiser();
        publicState(id, "CLOSED");
        post(DRAFTS + "/" + id + "/archival", Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("ARCHIVED");
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> client.get()
                        .uri("/api/campaign/campaigns/" + id)
                        .exchange()
                        .expectStatus()
                        .isNotFound());
        post(DRAFTS + "/" + id + "/publication", Map.of()).expectStatus().isEqualTo(422);

        try (var campaigns = EventProbe.fromBeginning(CampaignTopics.CAMPAIGNS.name())) {
            List<CampaignEvent> events = campaigns.records().stream()
                    .map(record -> EventJson.read(record.value(), CampaignEvent.class))
                    .filter(event -> event.campaignId().equals(id))
                    .toList();
            assertThat(events).hasSize(2);
            var published = (CampaignPublished) events.getFirst();
            assertThat(published.eventId()).isEqualTo("campaign-" + id + "@1");
            assertThat(published.definition().activities()).hasSize(1);
            assertThat(events.get(1)).isInstanceOf(CampaignArchived.class);
        }
    }

    @Test
    void keepsTwoEditorsFromOverwritingEachOther() {
        String id = id();
        post(DRAFTS, complete(id, now, now.plusSeconds(60))).expectStatus().isCreated();
        save(id, 1, complete(id, now, now.plusSeconds(120)))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"");
        save(id, 1, complete(id, now, now.plusSeconds(180)))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/stale-revision");
        post(DRAFTS, complete(id, now, now.plusSeconds(60))).expectStatus().isEqualTo(409);
    }

    @Test
    void showsThePublicOnlyWhatWasPublished() {
        String id = id();
        post(DRAFTS, complete(id, now.minusSeconds(60), now.plusSeconds(3600)));
        post(DRAFTS + "/" + id + "/publication", Map.of()).expectStatus().isOk();
        Awaitility.await().atMost(SOON).untilAsserted(() -> publicState(id, "OPEN"));
        Map<String, Object> changed = complete(id, now.minusSeconds(60), now.plusSeconds(3600));
        changed.put("title", text("改了的标题"));
        save(id, 1, changed).expectStatus().isOk();
        title(id, "标题");
        post(DRAFTS + "/" + id + "/publication", Map.of()).expectStatus().isOk();
        Awaitility.await().atMost(SOON).untilAsserted(() -> title(id, "改了的标题"));
    }

    @Test
    void clonesLastYearsCampaign() {
        String id = "clone-" + UUID.randomUUID().toString().substring(0, 6) + "-2026";
        Instant opens = Instant.parse("2026-02-16T16:00:00Z");
        Map<String, Object> source = complete(id, opens, opens.plus(Duration.ofDays(10)));
        source.put("activities", List.of(activity(id.replace("2026", "quiz-2026"), opens, opens.plusSeconds(60))));
        post(DRAFTS, source).expectStatus().isCreated();

        JsonNode clone = json(post(DRAFTS + "/" + id + "/clones", Map.of("opensAt", "2027-02-05T16:00:00Z"))
                .expectStatus()
                .isCreated());
        assertThat(clone.get("id").asString()).isEqualTo(id.replace("2026", "2027"));
        assertThat(clone.get("window").get("opensAt").asString()).isEqualTo("2027-02-05T16:00:00Z");
        assertThat(clone.get("window").get("closesAt").asString()).isEqualTo("2027-02-15T16:00:00Z");
        JsonNode activity = clone.get("activities").get(0);
        assertThat(activity.get("id").asString()).isEqualTo(id.replace("2026", "quiz-2027"));
        assertThat(activity.get("window").get("closesAt").asString()).isEqualTo("2027-02-05T16:01:00Z");

        JsonNode another = json(post(DRAFTS + "/" + id + "/clones", Map.of("opensAt", "2027-02-05T16:00:00Z"))
                .expectStatus()
                .isCreated());
        assertThat(another.get("id").asString()).isEqualTo(id.replace("2026", "2027-2"));
        post(DRAFTS + "/" + id + "/clones", Map.of("id", id)).expectStatus().isEqualTo(409);
        client.get()
                .uri(DRAFTS)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.id == '" + id + "')].state")
                .isEqualTo("DRAFT");
    }

    private void publicState(String id, String state) {
        client.get()
                .uri("/api/campaign/campaigns/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo(state)
                .jsonPath("$.serverTime")
                .isNotEmpty()
                .jsonPath("$.activities[0].kind")
                .isEqualTo("QUIZ")
                .jsonPath("$.activities[0].questionCount")
                .isEqualTo(1);
    }

    private void title(String id, String zh) {
        client.get()
                .uri("/api/campaign/campaigns/" + id)
                .exchange()
                .expectBody()
                .jsonPath("$.title.zh")
                .isEqualTo(zh);
    }

    private WebTestClient.ResponseSpec post(String path, Map<String, Object> body) {
        return client.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec save(String id, int revision, Map<String, Object> body) {
        return client.put()
                .uri(DRAFTS + "/" + id)
                .headers(headers -> headers.setBearerAuth(token))
                .header(HttpHeaders.IF_MATCH, "\"" + revision + "\"")
                .bodyValue(body)
                .exchange();
    }

    private static JsonNode json(WebTestClient.ResponseSpec response) {
        return JsonMapper.shared().readTree(response.expectBody().returnResult().getResponseBodyContent());
    }

    private static Map<String, Object> complete(String id, Instant opensAt, Instant closesAt) {
        var campaign = new HashMap<String, Object>();
        campaign.put("id", id);
        campaign.put("title", text("标题"));
        campaign.put("tagline", text("口号"));
        campaign.put("description", text("说明"));
        campaign.put("window", window(opensAt, closesAt));
        campaign.put("activities", List.of(activity(id + "-quiz", opensAt, closesAt)));
        return campaign;
    }

    private static Map<String, Object> activity(String id, Instant opensAt, Instant closesAt) {
        var activity = new HashMap<String, Object>();
        activity.put("id", id);
        activity.put("kind", "QUIZ");
        activity.put("title", text("答题"));
        activity.put("description", text("说明"));
        activity.put("rules", text("规则"));
        activity.put("window", window(opensAt, closesAt));
        activity.put("bankId", "tiny");
        activity.put("blueprint", List.of(Map.of("category", "春节习俗", "difficulty", "EASY", "count", 1)));
        activity.put("timeLimitSeconds", 600);
        activity.put("graceSeconds", 15);
        activity.put("attemptsPerDay", 5);
        return activity;
    }

    private static Map<String, Object> text(String zh) {
        return Map.of("zh", zh, "en", "in English");
    }

    private static Map<String, Object> window(Instant opensAt, Instant closesAt) {
        return Map.of("opensAt", opensAt.toString(), "closesAt", closesAt.toString());
    }

    private static String id() {
        return "test-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
