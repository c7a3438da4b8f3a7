package org.shuxiang.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a running program as its pages do. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;

    Api(Running program) {
        this.address = "http://127.0.0.1:" + program.port;
    }

    /** Somebody who takes part, with a paper that is answered. */
    record Reader(String token, String participantId, String attemptId, Map<String, Object> sheet) {}

    /** The campaign that is open, and its quiz. */
    record Open(String campaignId, String activityId) {}

    Open open() throws IOException, InterruptedException {
        JsonNode campaign = get("/api/campaign/campaigns/current", null);
        return new Open(
                campaign.path("id").asString(),
                campaign.path("activities").get(0).path("id").asString());
    }

    HttpResponse<String> join(Open open, String nickname) throws IOException, InterruptedException {
        return join(open, nickname, Map.of());
    }

    /** @param more of the request, such as a library */
    private HttpResponse<String> join(Open open, String nickname, Map<String, String> more)
            throws IOException, InterruptedException {
        var request = new HashMap<>(more);
        request.put("campaignId", open.campaignId());
        request.put("nickname", nickname);
        request.put("province", "440000");
        request.put("ageBand", "FROM_18_TO_34");
        return send("/api/campaign/participants", null, request);
    }

    Reader readerWithPaper(Open open, String nickname) throws IOException, InterruptedException {
        return readerWithPaper(open, nickname, Map.of());
    }

    /** @param more of the request to join */
    Reader readerWithPaper(Open open, String nickname, Map<String, String> more)
            throws IOException, InterruptedException {
        HttpResponse<String> joined = join(open, nickname, more);
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(202);
        JsonNode participant = json(joined);
        String token = participant.path("token").asString();
        HttpResponse<String> issued =
                send("/api/quiz/activities/" + open.activityId() + "/papers", token, Map.of("number", 1));
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(200);
        JsonNode paper = json(issued);
        return new Reader(
                token,
                participant.path("participantId").asString(),
                paper.path("attemptId").asString(),
                Map.of(
                        "paperToken",
                        paper.path("paperToken").asString(),
                        "answers",
                        List.of(Map.of("position", 0, "choice", List.of("a"))),
                        "resourcesOpened",
                        List.of()));
    }

    /** @param receipt of an earlier try that was not taken */
    HttpResponse<String> handIn(Open open, Reader reader, @Nullable String receipt)
            throws IOException, InterruptedException {
        var sheet = new HashMap<>(reader.sheet());
        if (receipt != null) {
            sheet.put("receipt", receipt);
        }
        return send("/api/quiz/activities/" + open.activityId() + "/answer-sheets", reader.token(), sheet);
    }

    JsonNode attempt(Reader reader) throws IOException, InterruptedException {
        return get("/api/quiz/attempts/" + reader.attemptId(), reader.token());
    }

    JsonNode attempts(Open open, Reader reader) throws IOException, InterruptedException {
        return get("/api/quiz/activities/" + open.activityId() + "/attempts", reader.token());
    }

    JsonNode get(String path, @Nullable String token) throws IOException, InterruptedException {
        HttpResponse<String> response = send(path, token, null);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    /** An answer that does not end by itself. */
    InputStream stream(String path, @Nullable String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofInputStream()).body();
    }

    /** GET without a body, else POST. */
    HttpResponse<String> send(String path, @Nullable String token, @Nullable Object body)
            throws IOException, InterruptedException {
        return send(body == null ? "GET" : "POST", path, token, body);
    }

    HttpResponse<String> send(String method, String path, @Nullable String token, @Nullable Object body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
