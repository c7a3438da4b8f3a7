package org.shuxiang.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.quiz.QuizFixture.participant;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Whatever comes in on the hot path gets a clear problem in both languages, and never a server error. */
@QuizIT
class BadSheetIT {

    private static final String CAMPAIGN = "bad-sheets";

    @Autowired
    private QuizClient client;

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("papers", "", 400, ""),
                Arguments.of("papers", "not json", 400, ""),
                Arguments.of("papers", "null", 400, ""),
                Arguments.of("papers", "[]", 400, ""),
                Arguments.of("papers", "{}", 400, "number"),
                Arguments.of("papers", "{\"number\":\"1\"}", 400, "number"),
                Arguments.of("papers", "{\"number\":1.5}", 400, "number"),
                Arguments.of("papers", "{\"number\":99999999999}", 400, "number"),
                Arguments.of("papers", "{\"number\":0}", 400, "number"),
                Arguments.of("papers", "{\"number\":-7}", 400, "number"),
                Arguments.of("papers", "{\"number\":90000}", 400, "number"),
                Arguments.of("answer-sheets", "{}", 400, "answers"),
                Arguments.of("answer-sheets", "{\"paperToken\":7,\"answers\":[]}", 403, ""),
                Arguments.of("answer-sheets", "{\"paperToken\":\"x\",\"answers\":{}}", 400, "answers"),
                Arguments.of("answer-sheets", "{\"paperToken\":\"x\",\"answers\":[null]}", 400, "answers[0]"),
                Arguments.of(
                        "answer-sheets",
                        "{\"paperToken\":\"x\",\"answers\":[{\"position\":\"first\",\"choice\":[]}]}",
                        400,
                        "answers[0].position"),
                Arguments.of(
                        "answer-sheets",
                        "{\"paperToken\":\"x\",\"answers\":[{\"position\":0,\"choice\":null}]}",
                        400,
                        "answers[0].choice"),
                Arguments.of("answer-sheets", "{\"paperToken\":\"\\u0000\\ud800𠮷🀄\",\"answers\":[]}", 403, ""),
                Arguments.of(
                        "answer-sheets",
                        "{\"paperToken\":\"" + "长".repeat(10_000) + "\",\"answers\":[]}",
                        400,
                        "paperToken"),
                Arguments.of("answer-sheets", "[".repeat(5_000), 400, ""),
                Arguments.of(
                        "answer-sheets",
                        "{\"paperToken\":\"" + "a".repeat(10 * 1024 * 1024) + "\",\"answers\":[]}",
                        413,
                        ""));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void getsAProblem(String endpoint, String body, int status, String field) {
        JsonNode problem = QuizClient.body(post(endpoint, body, MediaType.APPLICATION_JSON)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON));

        assertThat(problem.path("messages").propertyNames()).containsExactly("zh", "en");
        if (!field.isEmpty()) {
            assertThat(problem.path("errors").values())
                    .extracting(error -> error.path("field").asString())
                    .contains(field);
        }
    }

    @Test
    void saysThatItWantsJson() {
        post("papers", "number=1", MediaType.APPLICATION_FORM_URLENCODED)
                .expectStatus()
                .isEqualTo(415);
    }

    private ResponseSpec post(String endpoint, String body, MediaType type) {
        String activity = client.publishQuiz(CAMPAIGN, 5);
        return client.http()
                .post()
                .uri("/api/quiz/activities/" + activity + "/" + endpoint)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + client.token(participant(301), CAMPAIGN))
                .contentType(type)
                .bodyValue(body)
                .exchange();
    }
}
