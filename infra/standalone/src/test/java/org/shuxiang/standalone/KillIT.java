package org.shuxiang.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The power goes while answer sheets come in, more than once: whatever was acknowledged is graded, exactly once. The
 * pages' part, sending again what was not acknowledged, is played by the test.
 */
class KillIT {

    private static final int SHEETS = 500;
    /** Acknowledged sheets in all at which the program is killed: early, in the middle, near the end. */
    private static final List<Integer> KILLS = List.of(40, 230, 430);

    private static final int TABS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = JsonMapper.shared();

    /** Somebody with a paper that is answered. */
    private record Reader(String token, String attemptId, String sheet) {}

    @Test
    void gradesEverySheetOnceThatWasAcknowledged() throws Exception {
        Queue<Reader> waiting = new ConcurrentLinkedQueue<>();
        Set<Reader> acknowledged = ConcurrentHashMap.newKeySet();
        String activity = "";
        for (int kill : KILLS) {
            try (var program = start()) {
                program.awaitHealth();
                if (activity.isEmpty()) {
                    activity = activityOf(program);
                    waiting.addAll(readersWithPapers(program, activity));
                }
                int unacknowledged = SHEETS - acknowledged.size();
                handIn(program, activity, waiting, acknowledged, kill);
                assertThat(acknowledged.size()).isGreaterThanOrEqualTo(kill);
                assertThat(waiting).hasSizeLessThan(unacknowledged).isNotEmpty();
            }
        }
        try (var program = start()) {
            program.awaitHealth();
            handIn(program, activity, waiting, acknowledged, Integer.MAX_VALUE);
            assertThat(acknowledged).hasSize(SHEETS);
            String activityId = activity;
            for (Reader reader : acknowledged) {
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> !get(program, reader, "/attempts/" + reader.attemptId())
                                .path("state")
                                .asString()
                                .equals("RECEIVED"));
                JsonNode mine = get(program, reader, "/activities/" + activityId + "/attempts");
                assertThat(mine.path("attempts")).hasSize(1);
                assertThat(mine.path("attempts").get(0).path("state").asString())
                        .isEqualTo("GRADED");
                assertThat(mine.path("attemptsToday").asInt()).isEqualTo(1);
            }
            program.terminate();
        }
    }

    private Running start() throws IOException {
        return Running.start(
                Standalone.class,
                "-Xmx700m",
                folder,
                Map.of("SHUXIANG_PROOF_OF_WORK", "off", "SHUXIANG_ADMIN_PASSWORD", "nian-nian-you-yu"));
    }

    private String activityOf(Running program) throws Exception {
        JsonNode campaign = json.readTree(
                send(program, "/api/campaign/campaigns/current", null, null).body());
        return campaign.path("activities").get(0).path("id").asString();
    }

    private List<Reader> readersWithPapers(Running program, String activity) throws Exception {
        String campaign = json.readTree(send(program, "/api/campaign/campaigns/current", null, null)
                        .body())
                .path("id")
                .asString();
        var readers = new ArrayList<Reader>();
        for (int i = 0; i < SHEETS; i++) {
            String join = json.writeValueAsString(Map.of(
                    "campaignId", campaign, "nickname", "书友" + i, "province", "440000", "ageBand", "FROM_18_TO_34"));
            HttpResponse<String> joined = send(program, "/api/campaign/participants", null, join);
            assertThat(joined.statusCode()).as(joined.body()).isEqualTo(202);
            String token = json.readTree(joined.body()).path("token").asString();
            HttpResponse<String> issued =
                    send(program, "/api/quiz/activities/" + activity + "/papers", token, "{\"number\":1}");
            assertThat(issued.statusCode()).as(issued.body()).isEqualTo(200);
            JsonNode paper = json.readTree(issued.body());
            String sheet = json.writeValueAsString(Map.of(
                    "paperToken",
                    paper.path("paperToken").asString(),
                    "answers",
                    List.of(Map.of("position", 0, "choice", List.of("a"))),
                    "resourcesOpened",
                    List.of()));
            readers.add(new Reader(token, paper.path("attemptId").asString(), sheet));
        }
        return readers;
    }

    /** Hands in what waits, from several tabs at once, until so many were acknowledged; then the program is killed. */
    private void handIn(Running program, String activity, Queue<Reader> waiting, Set<Reader> acknowledged, int killAt)
            throws InterruptedException {
        var killed = new AtomicInteger();
        var done = new CountDownLatch(TABS);
        try (var tabs = Executors.newFixedThreadPool(TABS)) {
            for (int tab = 0; tab < TABS; tab++) {
                tabs.execute(() -> {
                    for (Reader reader = waiting.poll(); reader != null; reader = waiting.poll()) {
                        if (isAcknowledged(program, activity, reader)) {
                            acknowledged.add(reader);
                        } else {
                            waiting.add(reader);
                        }
                        if (acknowledged.size() >= killAt && killed.getAndIncrement() == 0) {
                            program.process.destroyForcibly();
                        }
                        if (!program.process.isAlive()) {
                            break;
                        }
                    }
                    done.countDown();
                });
            }
            done.await();
        }
    }

    private boolean isAcknowledged(Running program, String activity, Reader reader) {
        try {
            return send(program, "/api/quiz/activities/" + activity + "/answer-sheets", reader.token(), reader.sheet())
                            .statusCode()
                    == 202;
        } catch (IOException e) {
            return false; // killed before it could answer: the page would send it again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private JsonNode get(Running program, Reader reader, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(program, "/api/quiz" + path, reader.token(), null);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    private HttpResponse<String> send(Running program, String path, @Nullable String token, @Nullable String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + program.port + path))
                .timeout(Duration.ofSeconds(20));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
