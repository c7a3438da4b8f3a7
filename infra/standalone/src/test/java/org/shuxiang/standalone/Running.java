package org.shuxiang.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A process of its own, ended with the test. */
final class Running implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);
    /** Well below the half minute that a graceful shutdown would wait for an open stream. */
    private static final Duration STOP = Duration.ofSeconds(20);

    private static final int TERMINATED = 128 + 15;

    final Process process;
    private final Path output;
    final int port;

    private Running(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** With two sample services instead of the real ones. */
    static Running start(Path folder, Map<String, String> environment) throws IOException {
        return start(SampleStandalone.class, "-Xmx400m", folder, environment);
    }

    /** @param command the program's argument, if any */
    static Running start(Class<?> program, String heap, Path folder, Map<String, String> environment, String... command)
            throws IOException {
        int port = freePort();
        Path output = Files.createTempFile(folder, "output", ".txt");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.command().addAll(List.of(command));
        builder.environment().keySet().removeIf(name -> name.startsWith("SHUXIANG_"));
        builder.environment().put("SHUXIANG_HOME", folder.resolve("home").toString());
        builder.environment().put("SHUXIANG_PORT", Integer.toString(port));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        return new Running(builder.start(), output, port);
    }

    static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    void awaitHealth() {
        Awaitility.await()
                .atMost(START)
                .ignoreExceptionsInstanceOf(IOException.class)
                .failFast("the program has ended", () -> !process.isAlive())
                .until(() -> HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(
                                                        URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode()
                        == 200);
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    void terminate() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS))
                .as("stops in time")
                .isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
