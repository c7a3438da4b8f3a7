package org.shuxiang.campaign;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.altcha.altcha.Altcha;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Joins the campaign of the demo as a browser does. */
final class Joiner {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final WebTestClient client;

    Joiner(WebTestClient client) {
        this.client = client;
    }

    String campaignId() {
        return get("/api/campaign/campaigns/current").get("id").asString();
    }

    JsonNode get(String path) {
        byte[] body = client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JSON.readTree(body);
    }

    /** A solved challenge. */
    String solution() {
        JsonNode challenge = get("/api/campaign/challenge");
        String salt = challenge.get("salt").asString();
        try {
            Altcha.Solution solution = Altcha.solveChallenge(
                    challenge.get("challenge").asString(),
                    salt,
                    Altcha.Algorithm.SHA256,
                    challenge.get("maxnumber").asLong(),
                    0);
            var payload = Map.of(
                    "algorithm", challenge.get("algorithm").asString(),
                    "challenge", challenge.get("challenge").asString(),
                    "number", solution.number,
                    "salt", salt,
                    "signature", challenge.get("signature").asString());
            return Base64.getEncoder()
                    .encodeToString(JSON.writeValueAsString(payload).getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request that is right in everything; tests change what they are about. */
    Map<String, Object> request(String nickname) {
        var request = new HashMap<String, Object>();
        request.put("campaignId", campaignId());
        request.put("nickname", nickname);
        request.put("province", "440000");
        request.put("city", "440300");
        request.put("county", "440305");
        request.put("library", "C-440300");
        request.put("ageBand", "FROM_18_TO_34");
        request.put("altcha", solution());
        return request;
    }

    WebTestClient.ResponseSpec join(Map<String, Object> request) {
        return client.post()
                .uri("/api/campaign/participants")
                .bodyValue(request)
                .exchange();
    }

    JsonNode joined(Map<String, Object> request) {
        byte[] body = join(request)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JSON.readTree(body);
    }
}
