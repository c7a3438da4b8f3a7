package org.shuxiang.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneIT {

    private static final Duration START = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void startsServesStopsAndStartsAgain() throws Exception {
        try (var first = Running.start(folder, Map.of())) {
            Awaitility.await()
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(20))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> get(first, "/api/quiz/papers").statusCode() == 503);
            HttpResponse<String> early = get(first, "/api/quiz/papers");
            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(early.headers().firstValue("Retry-After")).contains("2");
            assertThat(early.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(get(first, "/actuator/health").statusCode()).isEqualTo(503);
            first.awaitHealth();

            assertThat(get(first, "/api/quiz/papers").body()).contains("\"service\":\"sample-quiz\"");
            assertThat(get(first, "/api/quizzes").body()).contains("\"service\":\"sample-main\"");
            assertThat(get(first, "/api/campaign/x").body()).contains("\"service\":\"sample-main\"");
            assertThat(get(first, "/").body()).contains("\"service\":\"sample-main\"", "\"hasPrivateKey\":true");
            assertThat(get(first, "/api/quiz").body()).contains("\"hasPrivateKey\":false");
            assertThat(get(first, "/actuator/health").body())
                    .contains("\"status\":\"UP\"", "\"sample-main\"", "\"sample-quiz\"");
            for (String hidden :
                    List.of("/actuator/prometheus", "/%61ctuator/prometheus", "/actuator;a=b/prometheus")) {
                assertThat(get(first, hidden).statusCode()).as(hidden).isEqualTo(404);
            }

            Awaitility.await().atMost(START).until(() -> first.output().contains("Ctrl-C"));
            assertThat(first.output()).contains("书香已就绪", "http://localhost:" + first.port, "用户名 admin");
            Matcher password =
                    Pattern.compile("密码 {3}([a-z2-9]{4}(-[a-z2-9]{4}){3})").matcher(first.output());
            assertThat(password.find()).isTrue();
            assertThat(get(first, "/").body()).contains(password.group(1));
            try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
                assertThat(files.filter(Files::isRegularFile).filter(file -> contains(file, password.group(1))))
                        .as("files with the password in plain text")
                        .isEmpty();
            }
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("home/secrets.properties"))))
                    .isEqualTo("rw-------");

            // an open stream, like the live figures, does not hold the program up
            HttpResponse<InputStream> stream = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + first.port + "/api/quiz/stream"))
                            .build(),
                    BodyHandlers.ofInputStream());
            assertThat(stream.body().read()).isEqualTo('d');
            first.terminate();
            assertThat(first.output()).contains("已停止").doesNotContain("\tat ").doesNotContain("Exception");
        }
        String secrets = Files.readString(folder.resolve("home/secrets.properties"));
        try (var second = Running.start(folder, Map.of("SHUXIANG_ADMIN_PASSWORD", "given"))) {
            second.awaitHealth();
            assertThat(Files.readString(folder.resolve("home/secrets.properties")))
                    .isEqualTo(secrets);
            assertThat(get(second, "/").body()).contains("\"firstPassword\":\"given\"");

            try (var other = Running.start(folder, Map.of())) {
                assertThat(other.exitCode()).isEqualTo(1);
                assertThat(other.output())
                        .contains("正被另一个运行中的书香使用", "Another Shuxiang")
                        .doesNotContain("\tat ");
            }
            second.process.destroyForcibly();
        }
        try (var afterTheKill = Running.start(folder, Map.of())) {
            afterTheKill.awaitHealth();
            assertThat(afterTheKill.output()).doesNotContain("密码");
            afterTheKill.terminate();
        }
    }

    @Test
    void tellsThatThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0);
                var program = Running.start(folder, Map.of("SHUXIANG_PORT", Integer.toString(taken.getLocalPort())))) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.output())
                    .contains("端口 " + taken.getLocalPort() + " 已被占用", "is in use", "SHUXIANG_PORT")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void tellsThatTheFolderCannotBeUsed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        try (var program = Running.start(folder, Map.of("SHUXIANG_HOME", file.toString()))) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.output())
                    .contains("不能写入数据文件夹 " + file, "Cannot write to", "SHUXIANG_HOME")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void tellsThatAServiceCannotStart() throws Exception {
        try (var program = Running.start(folder, Map.of("SAMPLE_BROKEN", "yes"))) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.output())
                    .contains(
                            "服务 sample-quiz 启动失败", "The service sample-quiz cannot start", "this quiz is broken", "已停止")
                    .doesNotContain("\tat ");
            assertThat(Files.readString(folder.resolve("home/logs/shuxiang.log")))
                    .contains("\tat ");
        }
    }

    @Test
    void stopsWhileItStarts() throws Exception {
        try (var program = Running.start(folder, Map.of())) {
            Awaitility.await().atMost(START).until(() -> program.output().contains("正在启动服务"));
            program.terminate();
            assertThat(program.output()).contains("已停止").doesNotContain("\tat ").doesNotContain("Cannot start");
        }
    }

    private HttpResponse<String> get(Running program, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + program.port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
