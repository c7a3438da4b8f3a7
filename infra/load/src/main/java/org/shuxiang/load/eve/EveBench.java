package org.shuxiang.load.eve;

import static java.util.Map.entry;
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
import java.util.stream.Stream;
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

    /** What reads the answer sheets, and what counts. */
    private static final List<String> HELD_BACK = Stream.of(
                    "gradeAnswerSheets-in-0",
                    "aggregateBoards-in-0",
                    "aggregateBoards-in-1",
                    "aggregateBoards-in-2",
                    "aggregateBoards-in-3")
            .map("spring.cloud.stream.bindings."::concat)
            .toList();

    private static final int SHOWN_DIFFERENCES = 20;
    private static final double MEBIBYTE = 1 << 20;

    private final Plan plan;
    private final Folder folder;
    private final Path home;
    private final String address;

    private EveBench(Plan plan, Folder folder, int port) {
        this.plan = plan;
        this.folder = folder;
        this.home = folder.path().resolve("home");
        this.address = "http://127.0.0.1:" + port;
    }

    private record Plan(
            int people,
            int seconds,
            int listeners,
            int rounds,
            int sheets,
            int concurrency,
            boolean grades,
            String heap,
            String recording) {

        static Plan of(Options options) {
            options.onlyKnow(Set.of(
                    "people", "seconds", "listeners", "rounds", "sheets", "concurrency", "grading", "heap", "jfr"));
            return new Plan(
                    options.count("people", 20_000, 200_000),
                    options.count("seconds", 240, 3_600),
                    options.count("listeners", 200, 10_000),
                    options.count("rounds", 5, 100),
                    options.count("sheets", 5_000, 100_000),
                    options.count("concurrency", 64, 1_000),
                    options.isOn("grading"),
                    options.text("heap", "1g"),
                    options.text("jfr", ""));
        }
    }

    /** Returns 0 when every accepted sheet is in the boards exactly once, else 1. */
    public static int run(Options options) throws IOException, InterruptedException {
        var plan = Plan.of(options);
        int port = Program.freePort();
        try (var folder = Folder.create()) {
            return new EveBench(plan, folder, port).measure(port) ? 0 : 1;
        }
    }

    private boolean measure(int port) throws IOException, InterruptedException {
        say("书香 bench eve（%s，整个系统的堆 the system's heap %s）", Machine.words(), plan.heap());
        try (var standalone = startStandalone(port)) {
            standalone.awaitOk(URI.create(address + "/actuator/health"));
            try (var organiser = new Organiser(address, PASSWORD)) {
                if (!plan.grades()) {
                    return rounds(organiser, 0);
                }
                Optional<Outcome> evening = evening(standalone, organiser);
                return evening.isPresent()
                        && rounds(organiser, evening.get().accepted().count("attempts"));
            }
        }
    }

    private Program startStandalone(int port) throws IOException {
        List<String> command = new ArrayList<>(List.of("-Xmx" + plan.heap(), Program.COMPILING));
        if (!plan.recording().isEmpty()) {
            command.add(Program.recordingTo(plan.recording()));
        }
        if (!plan.grades()) {
            HELD_BACK.forEach(binding -> command.add("-D" + binding + ".consumer.auto-startup=false"));
        }
        command.addAll(
                List.of("-jar", Machine.jar("infra/standalone", "shuxiang.jar").toString(), "up"));
        var environment = Map.of(
                "SHUXIANG_HOME",
                home.toString(),
                "SHUXIANG_PORT",
                Integer.toString(port),
                "SHUXIANG_PROOF_OF_WORK",
                "off",
                "SHUXIANG_ADMIN_PASSWORD",
                PASSWORD);
        return Program.start(folder.folder("standalone"), environment, command);
    }

    private Program startGatling(Class<?> simulation, Map<String, Object> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of("-Xmx700m", "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        command.addAll(Settings.asJvmOptions(settings));
        command.addAll(
                List.of("-jar", Machine.jar("infra/load", "bench.jar").toString(), "gatling", simulation.getName()));
        return Program.start(folder.folder("gatling"), Map.of(), command);
    }

    /** The first table; empty when something is wrong. */
    private Optional<Outcome> evening(Program standalone, Organiser organiser)
            throws IOException, InterruptedException {
        Path file = folder.path().resolve("evening.json");
        long bytesBefore = Folder.bytes(home);
        Map<String, Object> settings = Map.of(
                "address", address,
                "people", plan.people(),
                "seconds", plan.seconds(),
                "listeners", plan.listeners(),
                "outcome", file);
        Outcome outcome;
        List<String> differences;
        double agreement;
        try (var generator = startGatling(Evening.class, settings)) {
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
        long sheets = outcome.accepted().count("attempts");
        say(
                "系统 system: 堆最高 highest heap %.0f MiB, 全进程最高 highest resident %.0f MiB",
                standalone.highestHeapBytes() / MEBIBYTE, standalone.highestResidentBytes() / MEBIBYTE);
        say(
                "占盘 on disk: 每份答卷 %,d bytes per sheet; kafka %.1f, mongodb %.1f, stats %.1f MiB",
                (Folder.bytes(home) - bytesBefore) / Math.max(1, sheets),
                Folder.bytes(home.resolve("kafka")) / MEBIBYTE,
                Folder.bytes(home.resolve("mongodb")) / MEBIBYTE,
                Folder.bytes(home.resolve("stats")) / MEBIBYTE);
        if (differences.isEmpty()) {
            say("每份收下的答卷都在榜上恰好一次 every accepted sheet is in the boards exactly once: %,d", sheets);
            return Optional.of(outcome);
        }
        say("榜单有错 the boards are wrong: %,d 处 places", differences.size());
        differences.stream().limit(SHOWN_DIFFERENCES).forEach(difference -> say("  %s", difference));
        return Optional.empty();
    }

    private static void report(Outcome outcome, double agreement) {
        double arriving = (outcome.lastArrival() - outcome.firstArrival()) / 1000.0;
        double accepting = (outcome.lastAccepted() - outcome.firstArrival()) / 1000.0;
        long sheets = outcome.accepted().count("attempts");
        say(
                "到来 offered: %,d 人 people in %.1f s = %.0f/s；%,d 人看榜 watch the boards",
                outcome.arrived(), arriving, outcome.arrived() / arriving, outcome.watching());
        say("收下 accepted: %,d 份 sheets in %.1f s = %.0f/s", sheets, accepting, sheets / accepting);
        say("step           count  retries  errors     p50 ms     p99 ms   p99.9 ms     max ms");
        for (Step step : outcome.steps()) {
            say(
                    "%-10s %,9d %,8d %,7d %10.1f %10.1f %10.1f %10.1f",
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

    /** The second table. */
    private boolean rounds(Organiser organiser, long counted) throws IOException, InterruptedException {
        int netty = Program.freePort();
        int webflux = Program.freePort();
        String bench = Machine.jar("infra/load", "bench.jar").toString();
        Path file = folder.path().resolve("rounds.json");
        Map<String, Object> settings = Map.ofEntries(
                entry("address", address),
                entry("netty", "http://127.0.0.1:" + netty + "/"),
                entry("webflux", "http://127.0.0.1:" + webflux),
                entry("figures", organiser.activityFigures()),
                entry("token", organiser.token()),
                entry("counted", counted),
                entry("grading", plan.grades()),
                entry("rounds", plan.rounds()),
                entry("sheets", plan.sheets()),
                entry("concurrency", plan.concurrency()),
                entry("outcome", file));
        List<String> command = List.of(
                "-Xmx512m",
                Program.COMPILING,
                "-jar",
                bench,
                "rivals",
                Integer.toString(netty),
                Integer.toString(webflux));
        try (var rivals = Program.start(folder.folder("rivals"), Map.of(), command)) {
            rivals.awaitOk(URI.create("http://127.0.0.1:" + webflux + "/ready"));
            try (var generator = startGatling(Rounds.class, settings)) {
                if (!generator.endsWithin(ROUNDS_LIMIT) || !Files.exists(file)) {
                    say("轮次没有跑完 the rounds did not end well:%n%s", generator.output());
                    return false;
                }
            }
        }
        Rounds.Outcome outcome = Rounds.Outcome.read(file);
        new RoundsTable(outcome.results()).lines().forEach(line -> say("%s", line));
        boolean isRight = plan.grades() ? outcome.isExact() : outcome.counted() == 0;
        say(
                "连同各轮 with the rounds: 收下 accepted %,d, 榜上 in the boards %,d%s",
                outcome.accepted(), outcome.counted(), isRight ? "" : "：有错 wrong");
        return isRight;
    }
}
