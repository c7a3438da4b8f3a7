package org.shuxiang.quiz;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.contracts.Window;
import org.shuxiang.contracts.campaign.Activity;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignPublished;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.access.TokenIssuer;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.platform.log.TopicDeclaration;
import org.shuxiang.quiz.activity.ActivityDirectory;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A participant's browser, and the campaign-api that the service hears of through the log. */
@TestComponent
class QuizClient {

    /** The tests write what campaign-api would. */
    @TestConfiguration(proxyBeanMethods = false)
    static class CampaignApi {

        @Bean
        TopicDeclaration campaignTopics() {
            return TopicDeclaration.of(CampaignTopics.CAMPAIGNS);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Environment environment;
    private final EventLog log;
    private final TokenIssuer tokens;
    private final ActivityDirectory activities;
    private final QuestionBanks banks;

    QuizClient(
            Environment environment,
            EventLog log,
            TokenIssuer tokens,
            ActivityDirectory activities,
            QuestionBanks banks) {
        this.environment = environment;
        this.log = log;
        this.tokens = tokens;
        this.activities = activities;
        this.banks = banks;
    }

    /** Publishes a campaign of that id with one quiz, open since three days, and waits until the service knows it. */
    String publishQuiz(String campaignId, int attemptsPerDay) {
        Instant now = Instant.now();
        var window = new Window(now.minus(Duration.ofDays(3)), now.plus(Duration.ofDays(3)));
        // a bank of its own, which no other test changes
        publishBank(campaignId + "-bank", 1, QuizFixture.questions(20));
        Activity.Quiz quiz = QuizFixture.quiz(campaignId + "-quiz", campaignId + "-bank", window, attemptsPerDay);
        CampaignPublished campaign = QuizFixture.campaign(campaignId, window, quiz);
        log.append(CampaignTopics.CAMPAIGNS, campaignId, campaign).block(PATIENCE);
        await().atMost(PATIENCE).until(() -> activities.find(quiz.id()).isPresent());
        return quiz.id();
    }

    void publishBank(String id, int version, List<Question> questions) {
        QuestionBankPublished bank = QuizFixture.bank(id, version, questions);
        log.append(QuizTopics.BANKS, bank.eventId(), bank).block(PATIENCE);
        await().atMost(PATIENCE).until(() -> banks.version(id, version).isPresent());
    }

    String token(Participant participant, String campaignId) {
        return tokens.issue(
                participant.id(),
                Set.of(Sessions.PARTICIPANT),
                QuizFixture.claims(participant, campaignId).toClaims(),
                Duration.ofHours(1));
    }

    WebTestClient http() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"))
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build();
    }

    ResponseSpec post(String token, String path, Object body) {
        return http().post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .bodyValue(body)
                .exchange();
    }

    ResponseSpec get(String token, String path) {
        return http().get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    JsonNode paper(String token, String activityId, int number) {
        return body(post(token, "/api/quiz/activities/" + activityId + "/papers", Map.of("number", number))
                .expectStatus()
                .isOk());
    }

    /** The right answers of a paper of {@link QuizFixture#questions}: the option 甲 wherever it is shown. */
    static List<Map<String, Object>> rightAnswers(JsonNode paper) {
        var answers = new ArrayList<Map<String, Object>>();
        for (JsonNode question : paper.path("questions")) {
            var choice = new ArrayList<String>();
            for (JsonNode option : question.path("options")) {
                if ("甲".equals(option.path("text").asString())) {
                    choice.add(option.path("key").asString());
                }
            }
            answers.add(Map.of("position", question.path("position").asInt(), "choice", choice));
        }
        return answers;
    }

    static Map<String, Object> sheet(JsonNode paper, List<Map<String, Object>> answers) {
        return Map.of(
                "paperToken", paper.path("paperToken").asString(), "answers", answers, "resourcesOpened", List.of());
    }

    JsonNode awaitGraded(String token, JsonNode attemptId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> body(get(token, "/api/quiz/attempts/" + attemptId.asString())
                                .expectStatus()
                                .isOk()),
                        attempt -> !"RECEIVED".equals(attempt.path("state").asString()));
    }

    static JsonNode body(ResponseSpec response) {
        JsonNode body = response.expectBody(JsonNode.class).returnResult().getResponseBody();
        if (body == null) {
            throw new AssertionError("an empty body");
        }
        return body;
    }
}
