package org.shuxiang.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shuxiang.quiz.QuizClient.body;
import static org.shuxiang.quiz.QuizClient.rightAnswers;
import static org.shuxiang.quiz.QuizClient.sheet;
import static org.shuxiang.quiz.QuizFixture.participant;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.testsupport.EventProbe;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@QuizIT
class AnswerSheetIT {

    @Autowired
    private QuizClient client;

    @Test
    void gradesASheetAndShowsTheExplanations() {
        String activity = client.publishQuiz("sheet-graded", 5);
        String token = client.token(participant(101), "sheet-graded");
        JsonNode paper = client.paper(token, activity, 1);
        assertThat(paper.toString()).doesNotContain("因为如此");

        JsonNode received = body(client.post(
                        token, "/api/quiz/activities/" + activity + "/answer-sheets", sheet(paper, rightAnswers(paper)))
                .expectStatus()
                .isAccepted());
        assertThat(received.path("state").asString()).isEqualTo("RECEIVED");
        JsonNode attempt = client.awaitGraded(token, received.path("attemptId"));

        assertThat(attempt.path("state").asString()).isEqualTo("GRADED");
        assertThat(attempt.path("score").asInt()).isEqualTo(50);
        assertThat(attempt.path("answers")).hasSize(5);
        assertThat(attempt.toString()).contains("因为如此", "《荆楚岁时记》");
        JsonNode mine = body(client.get(token, "/api/quiz/activities/" + activity + "/attempts")
                .expectStatus()
                .isOk());
        assertThat(mine.path("attemptsToday").asInt()).isEqualTo(1);
        assertThat(mine.path("nextNumber").asInt()).isEqualTo(2);
    }

    @Test
    void countsASheetOnceThatIsSentFiveTimesAtOnce() {
        String activity = client.publishQuiz("sheet-resent", 5);
        Participant reader = participant(102);
        String token = client.token(reader, "sheet-resent");
        JsonNode paper = client.paper(token, activity, 1);

        IntStream.range(0, 5)
                .parallel()
                .forEach(i -> client.post(
                                token,
                                "/api/quiz/activities/" + activity + "/answer-sheets",
                                sheet(paper, rightAnswers(paper)))
                        .expectStatus()
                        .isAccepted());
        client.awaitGraded(token, paper.path("attemptId"));

        try (var probe = EventProbe.fromBeginning(QuizTopics.ANSWER_SHEETS.name())) {
            await().untilAsserted(() -> assertThat(recordsOf(probe, reader)).hasSize(5));
        }
        // a second attempt comes after all five in the log: once it is graded, they are through
        JsonNode second = client.paper(token, activity, 2);
        client.post(token, "/api/quiz/activities/" + activity + "/answer-sheets", sheet(second, List.of()))
                .expectStatus()
                .isAccepted();
        client.awaitGraded(token, second.path("attemptId"));
        JsonNode mine = body(client.get(token, "/api/quiz/activities/" + activity + "/attempts"));
        assertThat(mine.path("attempts")).hasSize(2);
        try (var probe = EventProbe.fromBeginning(QuizTopics.ATTEMPTS.name())) {
            assertThat(recordsOf(probe, reader)).hasSize(2);
        }
    }

    @Test
    void countsExactlyFiveOfSixThatComeFromTwoTabsAtOnce() {
        String activity = client.publishQuiz("sheet-sixth", 5);
        String token = client.token(participant(103), "sheet-sixth");
        List<JsonNode> papers = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> client.paper(token, activity, number))
                .toList();

        papers.parallelStream()
                .forEach(paper -> client.post(
                                token,
                                "/api/quiz/activities/" + activity + "/answer-sheets",
                                sheet(paper, rightAnswers(paper)))
                        .expectStatus()
                        .isAccepted());

        List<String> states = papers.stream()
                .map(paper -> client.awaitGraded(token, paper.path("attemptId")))
                .map(attempt -> attempt.path("state").asString())
                .toList();
        assertThat(states).filteredOn("GRADED"::equals).hasSize(5);
        assertThat(states).filteredOn("REJECTED"::equals).hasSize(1);
        JsonNode mine = body(client.get(token, "/api/quiz/activities/" + activity + "/attempts"));
        assertThat(mine.path("attemptsToday").asInt()).isEqualTo(5);
    }

    @Test
    void refusesSheetsOfOthersWithAProblemOfTheirOwn() {
        String activity = client.publishQuiz("sheet-refused", 5);
        String other = client.publishQuiz("sheet-refused-other", 5);
        String token = client.token(participant(104), "sheet-refused");
        JsonNode paper = client.paper(token, activity, 1);
        String path = "/api/quiz/activities/" + activity + "/answer-sheets";

        problem(token, path, Map.of("paperToken", "ey.forged", "answers", List.of()), "paper-token-forged", 403);
        problem(
                token,
                "/api/quiz/activities/" + other + "/answer-sheets",
                sheet(paper, List.of()),
                "paper-token-other-activity",
                403);
        problem(
                client.token(participant(105), "sheet-refused"),
                path,
                sheet(paper, List.of()),
                "paper-token-other-participant",
                403);
    }

    @Test
    void showsNobodyElsesAttempt() {
        String activity = client.publishQuiz("sheet-private", 5);
        String token = client.token(participant(106), "sheet-private");
        JsonNode paper = client.paper(token, activity, 1);

        client.get(
                        client.token(participant(107), "sheet-private"),
                        "/api/quiz/attempts/" + paper.path("attemptId").asString())
                .expectStatus()
                .isNotFound();
        client.http()
                .get()
                .uri("/api/quiz/attempts/" + paper.path("attemptId").asString())
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private void problem(String token, String path, Object sheet, String type, int status) {
        JsonNode problem = body(client.post(token, path, sheet).expectStatus().isEqualTo(status));
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + type);
        assertThat(problem.path("messages").propertyNames()).containsExactly("zh", "en");
    }

    private static List<?> recordsOf(EventProbe probe, Participant participant) {
        return probe.records().stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(participant.id()))
                .toList();
    }
}
