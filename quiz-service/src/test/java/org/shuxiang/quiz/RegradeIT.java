package org.shuxiang.quiz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shuxiang.quiz.OrganiserClient.question;
import static org.shuxiang.quiz.OrganiserClient.row;
import static org.shuxiang.quiz.QuizClient.body;
import static org.shuxiang.quiz.QuizClient.rightAnswers;
import static org.shuxiang.quiz.QuizClient.sheet;
import static org.shuxiang.quiz.QuizFixture.participant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.Window;
import org.shuxiang.contracts.campaign.Activity;
import org.shuxiang.contracts.campaign.BlueprintPart;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.quiz.AttemptEvent;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptGraded;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.access.TokenIssuer;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.quiz.activity.ActivityDirectory;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.shuxiang.testsupport.EventProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** An organiser corrects a key; the attempts that were graded by the old one follow. */
@QuizIT
class RegradeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int READERS = 4;

    @Autowired
    private QuizClient client;

    @Autowired
    private TokenIssuer tokens;

    @Autowired
    private EventLog log;

    @Autowired
    private ActivityDirectory activities;

    @Autowired
    private QuestionBanks banks;

    @Autowired
    private ReactiveMongoTemplate mongo;

    private OrganiserClient organiser;

    @BeforeEach
    void signIn() {
        organiser = new OrganiserClient(client, tokens);
    }

    @Test
    void tellsHowManyAttemptsACorrectionTouchesAndGradesThemAgainOnce() {
        List<String> attempts = handInSheets("regrade-key", 401);
        String path = "/api/quiz/banks/regrade-key/questions/q1";

        JsonNode dryRun = body(organiser
                .put(path + "?dryRun=true", question("q1", "题目一", "B"))
                .expectStatus()
                .isOk());
        assertThat(dryRun.path("touchedAttempts").asInt()).isEqualTo(READERS);
        assertThat(dryRun.path("keyChanged").asBoolean()).isTrue();
        assertThat(dryRun.path("wordingChanged").asBoolean()).isFalse();
        assertThat(organiser.bank("regrade-key").path("version").asInt()).isEqualTo(1);

        JsonNode changed = body(
                organiser.put(path, question("q1", "题目一", "B")).expectStatus().isOk());
        assertThat(changed.path("version").asInt()).isEqualTo(2);
        assertThat(changed.path("touchedAttempts").asInt()).isEqualTo(READERS);
        JsonNode regrade = awaitDone("regrade-key", changed);

        assertThat(regrade.path("touched").asInt()).isEqualTo(READERS);
        assertThat(regrade.path("done").asInt()).isEqualTo(READERS);
        for (int i = 0; i < READERS; i++) {
            assertThat(score("regrade-key", 401 + i, attempts.get(i))).isEqualTo(20);
        }
        try (var probe = EventProbe.fromBeginning(QuizTopics.ATTEMPTS.name())) {
            List<AttemptGraded> byTheNewKey = graded(probe, attempts, 2);
            assertThat(byTheNewKey)
                    .extracting(AttemptGraded::eventId)
                    .containsExactlyInAnyOrderElementsOf(
                            attempts.stream().map(id -> id + "#2").toList());
            assertThat(byTheNewKey).allSatisfy(event -> {
                assertThat(event.score()).isEqualTo(20);
                assertThat(event.maxScore()).isEqualTo(30);
            });
        }
        assertThat(body(organiser.get("/api/quiz/audit-entries")).toString())
                .contains("change-question", "regrade-key/q1", "attempts touched " + READERS);
    }

    @Test
    void leavesAttemptsAloneThatWereAskedSomethingElse() {
        List<String> attempts = handInSheets("regrade-wording", 411);

        JsonNode changed = body(organiser
                .put("/api/quiz/banks/regrade-wording/questions/q1", question("q1", "改写的题目", "B"))
                .expectStatus()
                .isOk());

        assertThat(changed.path("wordingChanged").asBoolean()).isTrue();
        assertThat(changed.path("touchedAttempts").asInt()).isZero();
        assertThat(changed.path("regrade").isMissingNode()).isTrue();
        // a later correction of the reworded question does not reach back to the old one either
        JsonNode corrected =
                body(organiser.importRows("regrade-wording", "", row("q1", "改写的题目", "C"), row("q2", "题目二", "D")));
        assertThat(corrected.path("touchedAttempts").asInt()).isEqualTo(READERS);
        awaitDone("regrade-wording", corrected);
        for (int i = 0; i < READERS; i++) {
            assertThat(score("regrade-wording", 411 + i, attempts.get(i))).isEqualTo(20);
        }
    }

    @Test
    void takesUpWhatAnotherInstanceLeftBehind() {
        List<String> attempts = handInSheets("regrade-resumed", 421);
        var corrected = new ArrayList<Question>(
                banks.latest("regrade-resumed").orElseThrow().questions());
        Question first = corrected.getFirst();
        corrected.set(
                0,
                new Question(
                        first.id(),
                        first.kind(),
                        first.category(),
                        first.difficulty(),
                        first.stem(),
                        first.options(),
                        List.of(3),
                        first.explanation(),
                        first.source(),
                        null));
        insertRegrade("regrade-resumed", 2, Instant.now().minusSeconds(1));
        insertRegrade("regrade-held", 2, Instant.now().plusSeconds(600));
        log.append(
                        QuizTopics.BANKS,
                        "regrade-resumed@2",
                        new QuestionBankPublished(
                                "regrade-resumed@2", Instant.now(), "regrade-resumed", 2, "题库", corrected))
                .block(PATIENCE);

        JsonNode regrade = awaitDone("regrade-resumed", "2");

        assertThat(regrade.path("done").asInt()).isEqualTo(READERS);
        for (int i = 0; i < READERS; i++) {
            assertThat(score("regrade-resumed", 421 + i, attempts.get(i))).isEqualTo(20);
        }
        assertThat(body(organiser.get("/api/quiz/banks/regrade-held/regrades/2"))
                        .path("state")
                        .asString())
                .isEqualTo("RUNNING");
    }

    /** As many readers as {@link #READERS} answer three questions with 甲, which the first key calls right. */
    private List<String> handInSheets(String name, int firstReader) {
        organiser
                .importRows(name, "title=题库", row("q1", "题目一", "A"), row("q2", "题目二", "A"), row("q3", "题目三", "A"))
                .expectStatus()
                .isOk();
        Instant now = Instant.now();
        var window = new Window(now.minus(Duration.ofDays(3)), now.plus(Duration.ofDays(3)));
        Activity.Quiz usual = QuizFixture.quiz(name, window, 5);
        var quiz = new Activity.Quiz(
                name,
                usual.title(),
                usual.description(),
                usual.rules(),
                window,
                usual.eligibility(),
                name,
                List.of(new BlueprintPart("春节习俗", Difficulty.EASY, 3)),
                600,
                15,
                5,
                null);
        log.append(CampaignTopics.CAMPAIGNS, name, QuizFixture.campaign(name, window, quiz))
                .block(PATIENCE);
        await().atMost(PATIENCE).until(() -> activities.find(name).isPresent());
        return IntStream.range(0, READERS)
                .mapToObj(i -> {
                    String token = client.token(participant(firstReader + i), name);
                    JsonNode paper = client.paper(token, name, 1);
                    client.post(
                                    token,
                                    "/api/quiz/activities/" + name + "/answer-sheets",
                                    sheet(paper, rightAnswers(paper)))
                            .expectStatus()
                            .isAccepted();
                    assertThat(client.awaitGraded(token, paper.path("attemptId"))
                                    .path("score")
                                    .asInt())
                            .isEqualTo(30);
                    return paper.path("attemptId").asString();
                })
                .toList();
    }

    private void insertRegrade(String bankId, int version, Instant leaseUntil) {
        var document = new Document("_id", bankId + "@" + version)
                .append("bankId", bankId)
                .append("version", version)
                .append("state", "RUNNING")
                .append("touched", 0L)
                .append("done", 0L)
                .append("pass", 0)
                .append("found", 0L)
                .append("owner", "an instance that is gone")
                .append("leaseUntil", Date.from(leaseUntil));
        mongo.getCollection("regrades")
                .flatMap(regrades -> Mono.from(regrades.insertOne(document)))
                .block(PATIENCE);
    }

    private JsonNode awaitDone(String bankId, JsonNode changed) {
        return awaitDone(bankId, changed.path("regrade").path("id").asString());
    }

    private JsonNode awaitDone(String bankId, String regradeId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> body(organiser
                                .get("/api/quiz/banks/" + bankId + "/regrades/" + regradeId)
                                .expectStatus()
                                .isOk()),
                        regrade -> regrade.path("state").asString().equals("DONE"));
    }

    private int score(String campaignId, int reader, String attemptId) {
        return body(client.get(client.token(participant(reader), campaignId), "/api/quiz/attempts/" + attemptId))
                .path("score")
                .asInt();
    }

    private static List<AttemptGraded> graded(EventProbe probe, List<String> attempts, int keyVersion) {
        return probe.records().stream()
                .filter(record -> !new String(record.value(), UTF_8).contains("AttemptRejected"))
                .map(record -> EventJson.read(record.value(), AttemptEvent.class))
                .map(AttemptGraded.class::cast)
                .filter(event -> attempts.contains(event.attemptId()) && event.keyVersion() == keyVersion)
                .toList();
    }
}
