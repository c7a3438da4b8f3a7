package org.shuxiang.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The standalone program with its demonstration, in a process of its own on a free port, with a folder of its own. */
final class Program implements AutoCloseable {

    static final String FIRST_PASSWORD = "first-password-2026";

    private static final Path JAR =
            Path.of(System.getProperty("shuxiang.program", "../standalone/target/shuxiang.jar"));
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final Process process;
    private final Path folder;
    private final URI address;

    private Program(Process process, Path folder, URI address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    /** The one that all journeys share; it ends with this JVM. */
    static Program shared() {
        return Shared.PROGRAM;
    }

    /**
     * Starts another one and waits until it is healthy.
     *
     * @param environment what differs from the defaults
     */
    static Program start(Map<String, String> environment) {
        if (!Files.isRegularFile(JAR)) {
            throw new IllegalStateException("There is no "
                    + JAR.toAbsolutePath().normalize() + ". Build it first: ./mvnw -pl infra/acceptance -am verify");
        }
        try {
            Path folder = Files.createTempDirectory("shuxiang-journeys");
            int port;
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-jar",
                            JAR.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.txt").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("SHUXIANG_"));
            builder.environment().put("SHUXIANG_HOME", folder.resolve("home").toString());
            builder.environment().put("SHUXIANG_PORT", Integer.toString(port));
            builder.environment().put("SHUXIANG_ADMIN_PASSWORD", FIRST_PASSWORD);
            builder.environment().putAll(environment);
            var program = new Program(builder.start(), folder, URI.create("http://localhost:" + port));
            Runtime.getRuntime().addShutdownHook(new Thread(program::close, "stop the program"));
            program.awaitHealth();
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers, without a slash at the end. */
    URI address() {
        return address;
    }

    private void awaitHealth() {
        var http = HttpClient.newHttpClient();
        var health = HttpRequest.newBuilder(address.resolve("/actuator/health")).build();
        try {
            Awaitility.await()
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .failFast("the program has ended", () -> !process.isAlive())
                    .until(() -> http.send(health, BodyHandlers.discarding()).statusCode() == 200);
        } catch (RuntimeException e) {
            var failure = new IllegalStateException("The program does not start:\n" + output(), e);
            close();
            throw failure;
        }
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        keepLog();
        delete(folder);
    }

    /** What the services logged is the first thing to read after a failure. */
    private void keepLog() {
        Path log = folder.resolve("home/logs/shuxiang.log");
        if (Files.exists(log)) {
            try {
                Path kept = Files.createDirectories(Path.of("target", "program-logs"));
                Files.move(log, kept.resolve("port-" + address.getPort() + ".log"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {

        private static final Program PROGRAM = Program.start(Map.of());
    }
}
