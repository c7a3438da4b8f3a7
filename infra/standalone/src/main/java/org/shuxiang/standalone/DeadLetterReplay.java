package org.shuxiang.standalone;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks each service of the running program to handle its dead letters again, as an organiser does in the console. */
final class DeadLetterReplay {

    private static final String ORGANISER = "admin";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final String address;

    DeadLetterReplay(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /**
     * Signs in and replays every topic in which something waits.
     *
     * @throws StartFailure when the program does not run here or the password is wrong
     */
    void run(Settings settings) {
        String password = settings.adminPassword().orElseGet(DeadLetterReplay::ask);
        String token = call("/api/campaign/staff/session", Map.of("username", ORGANISER, "password", password), null)
                .path("token")
                .asString("");
        boolean found = false;
        for (String context : List.of("campaign", "quiz")) {
            for (JsonNode topic : call("/api/" + context + "/dead-letters", null, token)) {
                if (topic.path("waiting").asLong() > 0) {
                    found = true;
                    String name = topic.path("topic").asString();
                    JsonNode result = call("/api/" + context + "/dead-letters/replays", Map.of("topic", name), token);
                    Terminal.say(
                            name + "：重放成功 replayed " + result.path("replayed").asLong() + "，再次失败 failed again "
                                    + result.path("failedAgain").asLong());
                }
            }
        }
        for (JsonNode topic : call("/api/stats/dead-letters", null, token)) {
            if (topic.path("waiting").asLong() > 0) {
                found = true;
                Terminal.say(topic.path("topic").asString() + "："
                        + topic.path("waiting").asLong()
                        + " 条要靠重建重新统计：停止后运行 ./shuxiang rebuild。 These need a rebuild: stop, then ./shuxiang rebuild.");
            }
        }
        if (!found) {
            Terminal.say("没有死信。No dead letters.");
        }
    }

    private JsonNode call(String path, @Nullable Object body, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
        }
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StartFailure(
                    "书香没有在 " + address + " 运行，请先启动（端口由 SHUXIANG_PORT 指定）。",
                    "Shuxiang does not run at " + address + "; start it first (SHUXIANG_PORT names the port).");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("已中断。", "Interrupted.");
        }
        JsonNode answer = json.readTree(response.body());
        if (response.statusCode() != 200) {
            JsonNode words = answer.path("messages");
            throw new StartFailure(
                    words.path("zh").asString(""), words.path("en").asString(""));
        }
        return answer;
    }

    private static String ask() {
        @Nullable Console console = System.console();
        if (console == null) {
            throw new StartFailure(
                    "请用 SHUXIANG_ADMIN_PASSWORD 给出组织者 admin 的密码。",
                    "Give the password of the organiser admin in SHUXIANG_ADMIN_PASSWORD.");
        }
        char[] password = console.readPassword("组织者 admin 的密码 password of admin: ");
        return password == null ? "" : new String(password);
    }
}
