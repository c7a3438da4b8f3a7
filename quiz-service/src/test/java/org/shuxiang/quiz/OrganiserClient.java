package org.shuxiang.quiz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.platform.access.TokenIssuer;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;

/** An organiser's browser. */
final class OrganiserClient {

    static final String HEADER = "编号,题型,分类,难度,题干,选项A,选项B,选项C,选项D,选项E,选项F,答案,解析,出处,资源名称,资源链接,资源提示\n";

    private final QuizClient client;
    private final String token;

    OrganiserClient(QuizClient client, TokenIssuer tokens) {
        this.client = client;
        this.token = tokens.issue(
                "organiser", Set.of(Sessions.ORGANISER), Map.of("displayName", "组织者"), Duration.ofHours(1));
    }

    /** A single choice of 甲, 乙, 丙 and 丁. */
    static String row(String id, String stem, String answer) {
        return "%s,单选题,春节习俗,易,%s,甲,乙,丙,丁,,,%s,因为如此,《荆楚岁时记》,,,\n".formatted(id, stem, answer);
    }

    static Map<String, Object> question(String id, String stem, String answer) {
        return Map.of(
                "id",
                id,
                "kind",
                "SINGLE_CHOICE",
                "category",
                "春节习俗",
                "difficulty",
                "EASY",
                "stem",
                stem,
                "options",
                List.of("甲", "乙", "丙", "丁"),
                "answer",
                answer,
                "explanation",
                "因为如此",
                "source",
                "《荆楚岁时记》");
    }

    ResponseSpec importRows(String bankId, String parameters, String... rows) {
        return importFile(
                bankId, parameters, "questions.csv", (HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8));
    }

    ResponseSpec importFile(String bankId, String parameters, String name, byte[] file) {
        var form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(file)).filename(name);
        return client.http()
                .post()
                .uri("/api/quiz/banks/" + bankId + "/import?" + parameters)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange();
    }

    ResponseSpec get(String path) {
        return client.get(token, path);
    }

    ResponseSpec post(String path, Object body) {
        return client.post(token, path, body);
    }

    ResponseSpec postRaw(String path, MediaType type, String body) {
        return client.http()
                .post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.CONTENT_TYPE, type.toString())
                .bodyValue(body)
                .exchange();
    }

    ResponseSpec put(String path, Object body, String... headers) {
        var request = client.http().put().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return request.contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    byte[] download(String path) {
        byte[] file = get(path)
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        if (file == null) {
            throw new AssertionError("an empty file");
        }
        return file;
    }

    JsonNode bank(String bankId) {
        return QuizClient.body(get("/api/quiz/banks/" + bankId).expectStatus().isOk());
    }
}
