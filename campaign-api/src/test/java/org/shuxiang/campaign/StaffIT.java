package org.shuxiang.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.contracts.SignedOutEverywhere;
import org.shuxiang.testsupport.EventProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in, being locked out, passwords, and whose account who may see. */
@CampaignIT
class StaffIT {

    private static final String OWN_PASSWORD = "一个自己的长密码 2026";

    @Autowired
    private WebTestClient client;

    @Autowired
    private Callers callers;

    @Autowired
    private TurnableClock clock;

    @AfterEach
    void resetClock() {
        clock.turn(Duration.ZERO);
    }

    @Test
    void beginsWithAnOrganiserWhoHasToChangeThePassword() {
        JsonNode session = signedIn("admin", CampaignIT.FIRST_PASSWORD);
        assertThat(session.get("role").asString()).isEqualTo("ORGANISER");
        assertThat(session.get("mustChangePassword").asBoolean()).isTrue();
        String token = session.get("token").asString();
        get("/api/campaign/staff/session", token).expectStatus().isOk();
        get("/api/campaign/drafts", token)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/password-change-required");
    }

    @Test
    void letsStaffInOnceTheyChoseAPasswordOfTheirOwn() {
        String username = "liaison-" + suffix();
        String initial = create(callers.organiser(), username, "LIAISON", "C-440300");
        String first = signedIn(username, initial).get("token").asString();

        changePassword(first, "wrong-password", OWN_PASSWORD)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("currentPassword");
        changePassword(first, initial, "short").expectStatus().isBadRequest();
        changePassword(first, initial, "密".repeat(60)).expectStatus().isBadRequest();
        ResponseCookie cookie = Objects.requireNonNull(changePassword(first, initial, OWN_PASSWORD)
                .expectStatus()
                .isNoContent()
                .returnResult(Void.class)
                .getResponseCookies()
                .getFirst(Sessions.STAFF_COOKIE));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        String second = cookie.getValue();

        get("/api/campaign/staff/session", first).expectStatus().isUnauthorized();
        get("/api/campaign/staff/session", second)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.mustChangePassword")
                .isEqualTo(false)
                .jsonPath("$.library")
                .isEqualTo("C-440300")
                .jsonPath("$.token")
                .doesNotExist();
        signedIn(username, OWN_PASSWORD);
    }

    @Test
    void locksAnAccountAfterFiveWrongPasswordsForAQuarterOfAnHour() {
        String username = "locked-" + suffix();
        String password = create(callers.organiser(), username, "LIAISON", "C-440300");
        for (int i = 0; i < 5; i++) {
            signIn(username, "wrong").expectStatus().isUnauthorized();
        }
        signIn(username, password)
                .expectStatus()
                .isEqualTo(423)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/account-locked")
                .jsonPath("$.retryAfterSeconds")
                .value(seconds -> assertThat(((Number) seconds).intValue()).isBetween(800, 900));
        clock.turn(Duration.ofMinutes(16));
        signIn(username, password).expectStatus().isOk();
    }

    @Test
    void answersForANameThatNobodyHasAsForOneThatSomebodyHas() {
        String nobody = "nobody-" + suffix();
        for (int i = 0; i < 5; i++) {
            signIn(nobody, "wrong").expectStatus().isUnauthorized();
        }
        signIn(nobody, "wrong").expectStatus().isEqualTo(423);
    }

    @Test
    void letsAnOrganiserUnlockAnAccount() {
        String username = "unlock-" + suffix();
        String password = create(callers.organiser(), username, "LIAISON", "C-440300");
        for (int i = 0; i < 6; i++) {
            signIn(username, "wrong");
        }
        signIn(username, password).expectStatus().isEqualTo(423);
        patch(callers.organiser(), username, Map.of("unlock", true))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.locked")
                .isEqualTo(false);
        signIn(username, password).expectStatus().isOk();
    }

    @Test
    void endsEverySessionAtOnce() {
        String username = "everywhere-" + suffix();
        String password = create(callers.organiser(), username, "LIAISON", "C-440300");
        String phone = signedIn(username, password).get("token").asString();
        String office = signedIn(username, password).get("token").asString();

        client.delete()
                .uri("/api/campaign/staff/sessions")
                .headers(headers -> headers.setBearerAuth(office))
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectCookie()
                .maxAge(Sessions.STAFF_COOKIE, Duration.ZERO);

        get("/api/campaign/staff/session", phone).expectStatus().isUnauthorized();
        get("/api/campaign/staff/session", office).expectStatus().isUnauthorized();
        try (var signOuts = EventProbe.fromBeginning(SignedOutEverywhere.TOPIC.name())) {
            signOuts.await(
                    record -> new String(record.key(), StandardCharsets.UTF_8).equals(username),
                    Duration.ofSeconds(20));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> signIn(username, password).expectStatus().isOk());
    }

    @Test
    void endsTheSessionsOfADisabledAccount() {
        String username = "disabled-" + suffix();
        String password = create(callers.organiser(), username, "LIAISON", "C-440300");
        String token = signedIn(username, password).get("token").asString();
        get("/api/campaign/drafts", token).expectStatus().isForbidden();
        patch(callers.organiser(), username, Map.of("disabled", true))
                .expectStatus()
                .isOk();
        // forbidden while the token is good, unknown once it is void: no database is asked here
        get("/api/campaign/drafts", token).expectStatus().isUnauthorized();
        signIn(username, password).expectStatus().isUnauthorized();
        patch(callers.organiser(), username, Map.of("disabled", false))
                .expectStatus()
                .isOk();
        signIn(username, password).expectStatus().isOk();
    }

    @Test
    void showsAnOrganiserOfALibraryItsSubtreeOnly() {
        String inside = "inside-" + suffix();
        String outside = "outside-" + suffix();
        create(callers.organiser(), inside, "LIAISON", "C-440300");
        create(callers.organiser(), outside, "LIAISON", "P-110000");
        String guangdong = callers.libraryOrganiser("P-440000");

        get("/api/campaign/accounts", guangdong)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.username == '" + inside + "')]")
                .isNotEmpty()
                .jsonPath("$[?(@.username == '" + outside + "')]")
                .isEmpty();
        patch(guangdong, outside, Map.of("disabled", true)).expectStatus().isNotFound();
        created(guangdong, "below-" + suffix(), "LIAISON", "C-440100")
                .expectStatus()
                .isCreated();
        created(guangdong, "beside-" + suffix(), "LIAISON", "P-110000")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/outside-subtree");
        created(guangdong, "above-" + suffix(), "ORGANISER", null)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void takesANameOnceOnly() {
        String username = "twice-" + suffix();
        create(callers.organiser(), username, "ORGANISER", null);
        created(callers.organiser(), username, "ORGANISER", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("username");
    }

    private String create(String organiser, String username, String role, @Nullable String library) {
        byte[] body = created(organiser, username, role, library)
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JsonMapper.shared().readTree(body).get("initialPassword").asString();
    }

    private WebTestClient.ResponseSpec created(
            String organiser, String username, String role, @Nullable String library) {
        var wanted = new HashMap<String, Object>(Map.of("username", username, "displayName", "张老师", "role", role));
        if (library != null) {
            wanted.put("library", library);
        }
        return client.post()
                .uri("/api/campaign/accounts")
                .headers(headers -> headers.setBearerAuth(organiser))
                .bodyValue(wanted)
                .exchange();
    }

    private WebTestClient.ResponseSpec patch(String organiser, String username, Map<String, Object> change) {
        return client.patch()
                .uri("/api/campaign/accounts/" + username)
                .headers(headers -> headers.setBearerAuth(organiser))
                .bodyValue(change)
                .exchange();
    }

    private WebTestClient.ResponseSpec changePassword(String token, String current, String next) {
        return client.put()
                .uri("/api/campaign/staff/password")
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(Map.of("currentPassword", current, "newPassword", next))
                .exchange();
    }

    private JsonNode signedIn(String username, String password) {
        byte[] body = signIn(username, password)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JsonMapper.shared().readTree(body);
    }

    private WebTestClient.ResponseSpec signIn(String username, String password) {
        return client.post()
                .uri("/api/campaign/staff/session")
                .bodyValue(Map.of("username", username, "password", password))
                .exchange();
    }

    private WebTestClient.ResponseSpec get(String path, String token) {
        return client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private static String suffix() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
