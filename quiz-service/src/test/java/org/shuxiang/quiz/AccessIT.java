package org.shuxiang.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.platform.access.AccessTable;
import org.shuxiang.platform.access.TokenIssuer;
import org.shuxiang.testsupport.Endpoints;
import org.shuxiang.testsupport.Endpoints.Endpoint;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Every endpoint with every role. */
@QuizIT
class AccessIT {

    private static final String OPENAPI = "/api/quiz/openapi.json";

    /** springdoc brings it and no rule opens it: nobody finds it. */
    private static final String OPENAPI_YAML = OPENAPI + ".yaml";

    /** A first call of each kind loads what it needs, and dead letters are counted at the broker. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> ROLES = List.of(
            Sessions.PARTICIPANT,
            Sessions.ORGANISER,
            Sessions.LIBRARY_ORGANISER,
            Sessions.LIAISON,
            Sessions.PASSWORD_CHANGE);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    private int port;

    @Autowired
    private QuizClient client;

    @Autowired
    private TokenIssuer tokens;

    @Autowired
    private AccessTable table;

    @Autowired
    private ApplicationContext context;

    @Test
    void hasARuleForEachEndpointAndAnEndpointForEachRule() {
        Set<String> endpoints = new TreeSet<>();
        Endpoints.of(context).stream()
                .filter(endpoint -> !endpoint.pattern().equals(OPENAPI_YAML))
                .forEach(endpoint -> endpoints.add(endpoint.toString()));
        Set<String> rules = new TreeSet<>();
        table.rules().forEach(rule -> rules.add(rule.method() + " " + rule.pattern()));

        assertThat(endpoints).hasSizeGreaterThan(15).isEqualTo(rules);
    }

    @Test
    void letsInWhomItShouldAndNobodyElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : Endpoints.of(context)) {
            Set<String> allowed = allowed(endpoint);
            int anonymous = status(endpoint, null);
            if ((anonymous == 401) == allowed.isEmpty()) {
                wrong.add(endpoint + " without a token: " + anonymous);
            }
            for (String role : ROLES) {
                int status = status(endpoint, token(role));
                boolean shouldBe = allowed.isEmpty() || allowed.contains(role);
                if ((status != 401 && status != 403) != shouldBe || status >= 500) {
                    wrong.add(endpoint + " as " + role + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void tellsSomebodyWithAnInitialPasswordToChangeIt() {
        client.get(token(Sessions.PASSWORD_CHANGE), "/api/quiz/banks")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/password-change-required");
    }

    @Test
    void refusesAChangeByCookieWithoutTheTokenAgainstForgery() {
        client.http()
                .put()
                .uri("/api/quiz/banks/nobody-has-this/questions/q1")
                .cookie(Sessions.STAFF_COOKIE, token(Sessions.ORGANISER))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(OrganiserClient.question("q1", "题目", "A"))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/csrf-token-missing");
    }

    @Test
    void describesEveryEndpoint() {
        var paths = QuizClient.body(client.http()
                        .get()
                        .uri(OPENAPI)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("paths");

        assertThat(Endpoints.of(context)).allSatisfy(endpoint -> {
            if (!endpoint.pattern().startsWith(OPENAPI)) {
                assertThat(paths.path(endpoint.pattern())
                                .path(endpoint.method().name().toLowerCase(Locale.ROOT))
                                .path("summary")
                                .asString())
                        .isNotBlank();
            }
        });
    }

    /** Written down once more, so that a rule cannot be wrong unnoticed; nobody in particular means everybody. */
    private static Set<String> allowed(Endpoint endpoint) {
        String path = endpoint.pattern();
        if (path.startsWith(OPENAPI)) {
            return Set.of();
        }
        return path.startsWith("/api/quiz/activities/") || path.startsWith("/api/quiz/attempts/")
                ? Set.of(Sessions.PARTICIPANT)
                : Set.of(Sessions.ORGANISER);
    }

    private String token(String role) {
        return role.equals(Sessions.PARTICIPANT)
                ? client.token(QuizFixture.participant(301), "nobody-has-this")
                : tokens.issue(
                        "somebody",
                        Set.of(role),
                        Map.of("displayName", "某人", "library", "C-440300"),
                        Duration.ofHours(1));
    }

    /** By a client of its own: the usual one shares its threads and connections with the server in this JVM. */
    private int status(Endpoint endpoint, @Nullable String token) throws IOException, InterruptedException {
        String path = endpoint.pattern().replaceAll("\\{[^}]*}", "nobody-has-this");
        boolean reads = endpoint.method().equals(HttpMethod.GET);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .method(endpoint.method().name(), reads ? BodyPublishers.noBody() : BodyPublishers.ofString("{"));
        if (token != null) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
