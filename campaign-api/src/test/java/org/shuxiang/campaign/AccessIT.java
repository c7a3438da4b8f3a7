package org.shuxiang.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.platform.access.AccessRule;
import org.shuxiang.platform.access.AccessTable;
import org.shuxiang.testsupport.Endpoints;
import org.shuxiang.testsupport.Endpoints.Endpoint;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Every endpoint with every role, as the access table has it and in no other way. */
@CampaignIT
class AccessIT {

    private static final List<String> ROLES = List.of(
            Sessions.PARTICIPANT,
            Sessions.ORGANISER,
            Sessions.LIBRARY_ORGANISER,
            Sessions.LIAISON,
            Sessions.PASSWORD_CHANGE);

    @Autowired
    private WebTestClient client;

    @Autowired
    private AccessTable table;

    @Autowired
    private Callers callers;

    @Autowired
    private ApplicationContext context;

    @Test
    void hasARuleForEachEndpointAndAnEndpointForEachRule() {
        Set<String> endpoints = new TreeSet<>();
        Endpoints.of(context).forEach(endpoint -> endpoints.add(endpoint.toString()));
        Set<String> rules = new TreeSet<>();
        table.rules().forEach(rule -> rules.add(rule.method() + " " + rule.pattern()));

        assertThat(endpoints).hasSizeGreaterThan(30).isEqualTo(rules);
    }

    @Test
    void letsInWhomTheTableLetsInAndNobodyElse() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : Endpoints.of(context)) {
            String path = endpoint.pattern().replaceAll("\\{[^}]*}", "nobody-has-this");
            Optional<AccessRule> rule = table.ruleFor(endpoint.method(), PathContainer.parsePath(path));
            assertThat(rule).as(endpoint.toString()).isPresent();
            Set<String> allowed = rule.orElseThrow().roles();
            int anonymous = status(endpoint.method(), path, null);
            if ((anonymous == 401) == allowed.isEmpty() && !endpoint.pattern().equals("/api/campaign/staff/session")) {
                wrong.add(endpoint + " without a token: " + anonymous);
            }
            for (String role : ROLES) {
                int status = status(endpoint.method(), path, callers.withRole(role));
                boolean letIn = status != 401 && status != 403;
                boolean shouldBe = allowed.isEmpty() || allowed.contains(role);
                // a token of nobody's: that it was let in shows in the handler's own answer about the account
                boolean unknownAccount =
                        status == 401 && shouldBe && endpoint.pattern().contains("/staff/");
                if (letIn != shouldBe && !unknownAccount) {
                    wrong.add(endpoint + " as " + role + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void tellsSomebodyWithAnInitialPasswordToChangeIt() {
        client.get()
                .uri("/api/campaign/drafts")
                .headers(headers -> headers.setBearerAuth(callers.withRole(Sessions.PASSWORD_CHANGE)))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/password-change-required");
    }

    @Test
    void refusesAChangeByCookieWithoutTheTokenAgainstForgery() {
        String token = callers.organiser();
        client.post()
                .uri("/api/campaign/drafts")
                .cookie(Sessions.STAFF_COOKIE, token)
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/csrf-token-missing");
        client.post()
                .uri("/api/campaign/drafts")
                .cookie(Sessions.STAFF_COOKIE, token)
                .cookie("XSRF-TOKEN", "5c8fe8f0-0000-4000-8000-000000000000")
                .header("X-XSRF-TOKEN", "5c8fe8f0-0000-4000-8000-000000000000")
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void givesAPageTheTokenAgainstForgeryEvenWithARefusal() {
        client.get()
                .uri("/api/campaign/participants/me")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectCookie()
                .exists("XSRF-TOKEN");
    }

    private int status(HttpMethod method, String path, @Nullable String token) {
        try {
            return answered(method, path, token);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(method + " " + path + " does not answer", e);
        }
    }

    private int answered(HttpMethod method, String path, @Nullable String token) {
        var request = client.method(method).uri(path).headers(headers -> {
            if (token != null) {
                headers.setBearerAuth(token);
            }
        });
        var exchange = method.equals(HttpMethod.GET) || method.equals(HttpMethod.DELETE)
                ? request.exchange()
                : request.header("Content-Type", "application/json")
                        .bodyValue("{")
                        .exchange();
        return exchange.expectBody().returnResult().getStatus().value();
    }
}
