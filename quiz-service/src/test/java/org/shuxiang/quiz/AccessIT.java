package org.shuxiang.quiz;

import static org.assertj.core.api.Assertions.assertThat;

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
    void letsInWhomItShouldAndNobodyElse() {
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

    private int status(Endpoint endpoint, @Nullable String token) {
        String path = endpoint.pattern().replaceAll("\\{[^}]*}", "nobody-has-this");
        var http = client.http().mutate().responseTimeout(PATIENCE).build();
        var request = http.method(endpoint.method()).uri(path).headers(headers -> {
            if (token != null) {
                headers.setBearerAuth(token);
            }
            headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
        });
        boolean reads = endpoint.method().equals(HttpMethod.GET);
        return (reads ? request.exchange() : request.bodyValue("{").exchange())
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }
}
