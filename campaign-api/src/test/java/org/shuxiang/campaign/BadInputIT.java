package org.shuxiang.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Whatever somebody sends, the answer is never that the server failed. */
@CampaignIT
class BadInputIT {

    private static final String LONE_SURROGATE = "\\ud842";

    @Autowired
    private WebTestClient client;

    @Autowired
    private Callers callers;

    @Test
    void neverAnswersThatTheServerFailed() {
        String long10k = "长".repeat(10_000);
        List<String> values = List.of(
                "null",
                "42",
                "true",
                "[]",
                "{}",
                "\"\"",
                "\"" + long10k + "\"",
                "\"😀👨‍👩‍👧‍👦\"",
                "\"𠮷\"",
                "\"a\\u0000b\"",
                "\"" + LONE_SURROGATE + "\"",
                "1e400",
                "-1",
                "[null]",
                "[[[[[]]]]]");
        List<String> wrong = new ArrayList<>();
        for (String value : values) {
            for (String field : List.of("campaignId", "nickname", "province", "ageBand", "guardianConsent", "altcha")) {
                send(wrong, HttpMethod.POST, "/api/campaign/participants", join(field, value));
            }
            for (String field : List.of("campaignId", "visitorId", "page")) {
                send(wrong, HttpMethod.POST, "/api/campaign/visits", visit(field, value));
            }
            for (String field : List.of("username", "password")) {
                send(wrong, HttpMethod.POST, "/api/campaign/staff/session", credentials(field, value));
            }
            for (String field : List.of("id", "title", "window", "activities")) {
                send(wrong, HttpMethod.POST, "/api/campaign/drafts", "{\"%s\":%s}".formatted(field, value));
            }
            for (String field : List.of("id", "kind", "title", "eligibility", "blueprint", "graceSeconds")) {
                send(
                        wrong,
                        HttpMethod.POST,
                        "/api/campaign/drafts",
                        "{\"activities\":[{\"%s\":%s}]}".formatted(field, value));
            }
            for (String language : List.of("zh", "en")) {
                send(
                        wrong,
                        HttpMethod.POST,
                        "/api/campaign/drafts",
                        "{\"title\":{\"%s\":%s}}".formatted(language, value));
            }
            for (String field : List.of("username", "displayName", "role", "library")) {
                send(
                        wrong,
                        HttpMethod.POST,
                        "/api/campaign/accounts",
                        ("{\"username\":\"someone\",\"displayName\":\"某人\",\"role\":\"LIAISON\",\"library\":\"C-440300\","
                                        + "\"%s\":%s}")
                                .formatted(field, value));
            }
            send(wrong, HttpMethod.POST, "/api/campaign/dead-letters/replays", "{\"topic\":" + value + "}");
            send(wrong, HttpMethod.POST, "/api/campaign/participants", value);
            send(wrong, HttpMethod.POST, "/api/campaign/visits", value);
            send(wrong, HttpMethod.PUT, "/api/campaign/drafts/nothing", value);
            send(wrong, HttpMethod.PATCH, "/api/campaign/accounts/nobody", value);
        }
        assertThat(wrong).isEmpty();
        client.get()
                .uri("/api/campaign/drafts")
                .headers(headers -> headers.setBearerAuth(callers.organiser()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.title.zh =~ /.*\\u0000.*/)]")
                .isEmpty();
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        byte[] tenMegabytes =
                ("{\"nickname\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);
        client.post()
                .uri("/api/campaign/participants")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(tenMegabytes)
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/content-too-large");
    }

    @Test
    void takesAnEmojiAndARareHanziAsOneCharacterEach() {
        var joiner = new Joiner(client);
        JsonNode joined = joiner.joined(joiner.request("𠮷野家的📚".repeat(3) + "𠮷📖"));
        assertThat(joined.get("nickname").asString()).startsWith("𠮷野家的📚");
        Map<String, Object> tooLong = joiner.request("𠮷".repeat(21));
        joiner.join(tooLong).expectStatus().isBadRequest();
    }

    @Test
    void answersStrangeAddressesAndQueries() {
        List<String> wrong = new ArrayList<>();
        for (String path : List.of(
                "/api/campaign/campaigns/%00",
                "/api/campaign/campaigns/%F0%A0%AE%B7",
                "/api/campaign/campaigns/" + "x".repeat(5000),
                "/api/campaign/drafts/%00",
                "/api/campaign/regions/%2e%2e%2f/children",
                "/api/campaign/libraries?region=%00",
                "/api/campaign/libraries/export?format=exe",
                "/api/campaign/audit-entries?limit=many",
                "/api/campaign/audit-entries?limit=-5&before=%00",
                "/api/campaign//drafts",
                "/api/campaign/drafts;a=b/x")) {
            int status = client.get()
                    .uri(URI.create(base() + path))
                    .headers(headers -> headers.setBearerAuth(callers.organiser()))
                    .exchange()
                    .expectBody()
                    .returnResult()
                    .getStatus()
                    .value();
            if (status >= 500) {
                wrong.add(path + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @LocalServerPort
    private int port;

    private String base() {
        return "http://localhost:" + port;
    }

    private void send(List<String> wrong, HttpMethod method, String path, String body) {
        int status = client.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    if (!path.contains("/staff/") && !path.contains("/participants")) {
                        headers.setBearerAuth(callers.organiser());
                    }
                })
                .header("If-Match", "1")
                .bodyValue(body.getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
        if (status >= 500) {
            wrong.add(method + " " + path + " " + body.substring(0, Math.min(120, body.length())) + ": " + status);
        }
    }

    private static String join(String field, String value) {
        return ("{\"campaignId\":\"c\",\"nickname\":\"n\",\"province\":\"440000\",\"ageBand\":\"FROM_60\","
                        + "\"%s\":%s}")
                .formatted(field, value);
    }

    private static String visit(String field, String value) {
        return ("{\"campaignId\":\"c\",\"visitorId\":\"5c8fe8f0-0000-4000-8000-000000000000\",\"page\":\"home\","
                        + "\"%s\":%s}")
                .formatted(field, value);
    }

    private static String credentials(String field, String value) {
        return "{\"username\":\"nobody-at-all\",\"password\":\"p\",\"%s\":%s}".formatted(field, value);
    }
}
