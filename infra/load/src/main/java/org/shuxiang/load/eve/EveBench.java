package org.shuxiang.load.eve;

import static org.shuxiang.load.Terminal.say;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shuxiang.load.Folder;
import org.shuxiang.load.Machine;
import org.shuxiang.load.Options;
import org.shuxiang.load.Program;
import org.shuxiang.load.eve.Evening.Outcome;
import org.shuxiang.load.eve.Timings.Step;

/**
 * The whole evening against a fresh standalone in a JVM of its own, from Gatling in another; then the same sheets handed
 * in to other designs in turn. Everything is on this machine and on 127.0.0.1.
 */
public final class EveBench {

    private static final String PASSWORD = "chu-xi-da-ti";
    private static final Duration LOOK = Duration.ofMillis(100);
    /** What all boards may take after the last sheet. */
    private static final Duration AGREEMENT = Duration.ofMinutes(3);

    private static final Duration ROUNDS_LIMIT = Duration.ofMinutes(35);
    private static final int SHOWN_DIFFERENCES = 20;
    private static final double MEBIBYTE = 1 << 20;

    private EveBench() {}

    /** Returns 0 when every accepted sheet is in the boards exactly once, else 1. */
    public static int run(Options options) throws Exception {
        options.onlyKnow(Set.of("people", "seconds", "listeners", "rounds", "sheets", "concurrency", "heap", "jfr"));
        int people = options.count("people", 20_000, 200_000);
        int seconds = options.count("seconds", 240, 3_600);
        int listeners = options.count("listeners", 200, 10_000);
        String heap = options.text("heap", "1g");
        try (var folder = Folder.create()) {
            say("书香 bench eve（%s，整个系统的堆 the system's heap %s）", Machine.words(), heap);
            int port = Program.freePort();
            String address = "http://127.0.0.1:" + port;
            Path home = folder.path().resolve("home");
            try (var standalone = startStandalone(folder, home, port, heap, options.text("jfr", ""))) {
                standalone.awaitOk(URI.create(address + "/actuator/health"));
                try (var organiser = new Organiser(address, PASSWORD)) {
                    Optional<Outcome> evening =
                            evening(folder, home, standalone, organiser, address, people, seconds, listeners);
                    if (evening.isEmpty()) {
                        return 1;
                    }
                    return rounds(folder, options, organiser, address, evening.get()) ? 0 : 1;
                }
            }
        }
    }

    private static Program startStandalone(Folder folder, Path home, int port, String heap, String recording)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("-Xmx" + heap));
        if (!recording.isEmpty()) {
            command.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                    + Path.of(recording).toAbsolutePath());
        }
        command.addAll(
                List.of("-jar", Machine.jar("infra/standalone", "shuxiang.jar").toString(), "up"));
        return Program.start(
                folder.folder("standalone"),
                Map.of(
                        "SHUXIANG_HOME",
                        home.toString(),
                        "SHUXIANG_PORT",
                        Integer.toString(port),
                        "SHUXIANG_PROOF_OF_WORK",
                        "off",
                        "SHUXIANG_ADMIN_PASSWORD",
                        PASSWORD),
                command);
    }

    private static Optional<Outcome> evening(
            Folder folder,
            Path home,
            Program standalone,
            Organiser organiser,
            String address,
            int people,
            int seconds,
            int listeners)
            throws IOException, InterruptedException {
        Path file = folder.path().resolve("evening.json");
        long bytesBefore = Folder.bytes(home);
        Outcome outcome;
        List<String> differences;
        double agreement;
        try (var generator = startGatling(
                folder,
                Evening.class,
                Map.of(
                        "address",
                        address,
                        "people",
                        people,
                        "seconds",
                        seconds,
                        "listeners",
                        listeners,
                        "outcome",
                        file))) {
            while (!Files.exists(file)) {
                if (generator.endsWithin(LOOK)) {
                    say("负载没有跑完 the load did not end well:%n%s", generator.output());
                    return Optional.empty();
                }
            }
            outcome = Outcome.read(file);
            long limit = System.nanoTime() + AGREEMENT.toNanos();
            do {
                differences = organiser.differences(outcome.accepted());
            } while (!differences.isEmpty() && System.nanoTime() < limit && !standalone.endsWithin(LOOK));
            agreement = (System.currentTimeMillis() - outcome.lastAccepted()) / 1000.0;
        }
        report(outcome, agreement);
        say(
                "系统 system: 堆最高 highest heap %.0f MiB, 全进程最高 highest resident %.0f MiB; 每份答卷占盘 bytes on disk per sheet %,d",
                standalone.highestHeapBytes() / MEBIBYTE,
                standalone.highestResidentBytes() / MEBIBYTE,
                (Folder.bytes(home) - bytesBefore)
                        / Math.max(1, outcome.accepted().count("attempts")));
        for (String part : List.of("kafka", "mongodb", "stats")) {
            say("  其中 of which %-8s %6.1f MiB", part, Folder.bytes(home.resolve(part)) / MEBIBYTE);
        }
        if (differences.isEmpty()) {
            say(
                    "每份收下的答卷都在榜上恰好一次 every accepted sheet is in the boards exactly once: %,d",
                    outcome.accepted().count("attempts"));
        } else {
            say("榜单有错 the boards are wrong: %,d 处 places", differences.size());
            differences.stream().limit(SHOWN_DIFFERENCES).forEach(difference -> say("  %s", difference));
        }
        return differences.isEmpty() ? Optional.of(outcome) : Optional.empty();
    }

    /** The second table. */
    private static boolean rounds(Folder folder, Options options, Organiser organiser, String address, Outcome evening)
            throws IOException, InterruptedException {
        int netty = Program.freePort();
        int webflux = Program.freePort();
        String bench = Machine.jar("infra/load", "bench.jar").toString();
        Path file = folder.path().resolve("rounds.json");
        Map<String, Object> settings = Map.of(
                "address",
                address,
                "netty",
                "http://127.0.0.1:" + netty + "/",
                "webflux",
                "http://127.0.0.1:" + webflux,
                "figures",
                organiser.activityFigures(),
                "token",
                organiser.token(),
                "counted",
                evening.accepted().count("attempts"),
                "rounds",
                options.count("rounds", 5, 100),
                "sheets",
                options.count("sheets", 10_000, 100_000),
                "concurrency",
                options.count("concurrency", 64, 1_000),
                "outcome",
                file);
        try (var rivals = Program.start(
                folder.folder("rivals"),
                Map.of(),
                List.of("-Xmx512m", "-jar", bench, "rivals", "" + netty, "" + webflux))) {
            rivals.awaitOk(URI.create("http://127.0.0.1:" + webflux + "/ready"));
            try (var generator = startGatling(folder, Rounds.class, settings)) {
                generator.endsWithin(ROUNDS_LIMIT);
                if (!Files.exists(file)) {
                    say("轮次没有跑完 the rounds did not end well:%n%s", generator.output());
                    return false;
                }
            }
        }
        new RoundsTable(Rounds.Outcome.read(file).results()).lines().forEach(line -> say("%s", line));
        return true;
    }

    private static Program startGatling(Folder folder, Class<?> simulation, Map<String, Object> settings)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("-Xmx700m", "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        command.addAll(Settings.asJvmOptions(settings));
        command.addAll(
                List.of("-jar", Machine.jar("infra/load", "bench.jar").toString(), "gatling", simulation.getName()));
        return Program.start(folder.folder("gatling"), Map.of(), command);
    }

    private static void report(Outcome outcome, double agreement) {
        double arriving = (outcome.lastArrival() - outcome.firstArrival()) / 1000.0;
        double accepting = (outcome.lastAccepted() - outcome.firstArrival()) / 1000.0;
        long sheets = outcome.accepted().count("attempts");
        say(
                "到来 offered: %,d 人 people in %.1f s = %.0f/s；收下 accepted: %,d 份 sheets in %.1f s = %.0f/s；%,d 人在看榜 watching",
                outcome.arrived(),
                arriving,
                outcome.arrived() / arriving,
                sheets,
                accepting,
                sheets / accepting,
                outcome.watching());
        say(
                "%-10s %9s %9s %7s %10s %10s %10s %10s",
                "step", "count", "503 再试", "errors", "p50 ms", "p99 ms", "p99.9 ms", "max ms");
        for (Step step : outcome.steps()) {
            say(
                    "%-10s %,9d %,9d %,7d %10.1f %10.1f %10.1f %10.1f",
                    step.name(),
                    step.count(),
                    step.retries(),
                    step.errors(),
                    step.p50(),
                    step.p99(),
                    step.p999(),
                    step.longest());
        }
        say(
                "榜单齐全 boards complete %.1f s after the last sheet was accepted: %.2f × 收卷用时 the time of the acceptance",
                agreement, (accepting + agreement) / accepting);
    }
}
