package org.shuxiang.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.standalone.Api.Open;
import org.shuxiang.standalone.Api.Reader;
import tools.jackson.databind.JsonNode;

/**
 * While boards are frozen no endpoint tells the public, a participant or the staff of a library anything new: all that
 * the services' own descriptions name are asked, with every board.
 */
class FreezeLeakIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PASSWORD = "the-first-password";
    private static final String OWN_PASSWORD = "a-password-of-ones-own";
    private static final String LIBRARY = "C-440300";

    @TempDir
    Path folder;

    private Api api;
    private Open open;
    private String organiser;

    private Running program;

    @BeforeEach
    void start() throws Exception {
        program = Running.start(
                Standalone.class,
                "-Xmx700m",
                folder,
                Map.of("SHUXIANG_PROOF_OF_WORK", "off", "SHUXIANG_ADMIN_PASSWORD", PASSWORD),
                "up");
        program.awaitHealth();
        api = new Api(program);
        open = api.open();
        organiser = ownPassword("admin", PASSWORD);
    }

    @AfterEach
    void stop() throws InterruptedException {
        program.close();
    }

    @Test
    void tellsNobodyElseWhatHappensDuringAFreeze() throws Exception {
        String liaison = liaison();
        Reader first = handedIn("先来的读者");
        for (int i = 0; i < 11; i++) {
            handedIn("读者" + i);
        }
        awaitAttempts("/figures/whole", organiser, 12);
        awaitAttempts("/boards/whole", null, 12);

        change("PUT", Map.of());
        Map<String, String> frozen = settled(first, liaison);
        assertThat(frozen).hasSizeGreaterThan(100);
        for (int i = 0; i < 3; i++) {
            handedIn("后来的读者" + i);
        }
        awaitAttempts("/figures/whole", organiser, 15);
        assertThat(everything(first, liaison)).isEqualTo(frozen);

        change("DELETE", null);
        awaitAttempts("/boards/whole", null, 15);
        assertThat(everything(first, liaison)).isNotEqualTo(frozen);
    }

    /** Everything, once what was published before the freeze has come through. */
    private Map<String, String> settled(Reader reader, String liaison) {
        var last = new AtomicReference<Map<String, String>>(Map.of());
        return Awaitility.await()
                .pollInSameThread()
                .atMost(SOON)
                .until(() -> everything(reader, liaison), now -> now.equals(last.getAndSet(now)));
    }

    /** What everybody but the organiser is answered, by who asks and what. */
    private Map<String, String> everything(Reader reader, String liaison) throws Exception {
        var answers = new TreeMap<String, String>();
        for (String path : paths(reader)) {
            answers.put("everybody " + path, answer(path, null));
            answers.put("a participant " + path, answer(path, reader.token()));
            answers.put("a liaison officer " + path, answer(path, liaison));
        }
        return answers;
    }

    private List<String> paths(Reader reader) throws Exception {
        var paths = new ArrayList<String>();
        for (String context : List.of("campaign", "quiz", "stats")) {
            JsonNode described =
                    api.get("/api/" + context + "/openapi.json", null).get("paths");
            for (var entry : described.properties()) {
                // what is made up anew for each who asks
                if (entry.getValue().has("get") && !entry.getKey().endsWith("/challenge")) {
                    String path = entry.getKey()
                            .replace("{id}", open.campaignId())
                            .replace("{activityId}", open.activityId())
                            .replace("{attemptId}", reader.attemptId())
                            .replace("{code}", "440000")
                            .replaceAll("\\{(?!dimension)[^}]+}", "other");
                    variants(path).forEach(paths::add);
                }
            }
        }
        assertThat(paths).noneMatch(path -> path.contains("{"));
        return paths;
    }

    private Stream<String> variants(String path) {
        if (path.endsWith("/rank")) {
            return Stream.of(path + "?percent=100&seconds=1", path + "?percent=0&seconds=600");
        }
        if (path.endsWith("/export")) {
            return Stream.of(path + "?format=csv");
        }
        if (!path.endsWith("{dimension}")) {
            return Stream.of(path);
        }
        return Stream.of(Dimension.values())
                .map(dimension -> path.replace(
                        "{dimension}", dimension.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .flatMap(board -> Stream.of("?x", "?activity=" + open.activityId())
                        .flatMap(activity -> Stream.of(
                                        "", "&place=440000", "&place=440300", "&place=" + LIBRARY, "&part=0")
                                .map(confined -> board + activity + confined)));
    }

    private String answer(String path, @Nullable String token) throws Exception {
        if (path.endsWith("/live")) {
            try (InputStream stream = api.stream(path, token)) {
                return withoutChance(firstEvent(stream));
            }
        }
        HttpResponse<String> response = api.send(path, token, null);
        return response.statusCode() + " " + withoutChance(response.body());
    }

    /** Without the clock, and the number that a problem is found in the logs by. */
    private static String withoutChance(String answer) {
        return answer.replaceAll("\"(serverTime|traceId)\":\"[^\"]*\"", "");
    }

    /** Or all of an answer that ends. */
    private static String firstEvent(InputStream stream) throws Exception {
        var event = new ByteArrayOutputStream();
        int last = 0;
        for (int next = stream.read(); next >= 0; next = stream.read()) {
            event.write(next);
            if (next == '\n' && last == '\n') {
                break;
            }
            last = next;
        }
        return event.toString(StandardCharsets.UTF_8);
    }

    private Reader handedIn(String nickname) throws Exception {
        Reader reader = api.readerWithPaper(open, nickname, Map.of("city", "440300", "library", LIBRARY));
        HttpResponse<String> answer = api.handIn(open, reader, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return reader;
    }

    private void awaitAttempts(String board, @Nullable String token, long attempts) {
        String path = "/api/campaign/campaigns/" + open.campaignId() + board;
        Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> api.get(path, token)
                                .path("rows")
                                .path(0)
                                .path("figures")
                                .path("attempts")
                                .asLong(),
                        counted -> counted == attempts);
    }

    private void change(String method, @Nullable Object body) throws Exception {
        HttpResponse<String> answer =
                api.send(method, "/api/campaign/campaigns/" + open.campaignId() + "/freeze", organiser, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String liaison() throws Exception {
        HttpResponse<String> created = api.send(
                "/api/campaign/accounts",
                organiser,
                Map.of("username", "liaison", "displayName", "联络员", "role", "LIAISON", "library", LIBRARY));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return ownPassword("liaison", Api.json(created).path("initialPassword").asString());
    }

    /** The token of somebody who has chosen a password of their own. */
    private String ownPassword(String username, String initial) throws Exception {
        HttpResponse<String> changed = api.send(
                "PUT",
                "/api/campaign/staff/password",
                signIn(username, initial),
                Map.of("currentPassword", initial, "newPassword", OWN_PASSWORD));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        return signIn(username, OWN_PASSWORD);
    }

    private String signIn(String username, String password) throws Exception {
        HttpResponse<String> session =
                api.send("/api/campaign/staff/session", null, Map.of("username", username, "password", password));
        assertThat(session.statusCode()).as(session.body()).isEqualTo(200);
        return Api.json(session).path("token").asString();
    }
}
