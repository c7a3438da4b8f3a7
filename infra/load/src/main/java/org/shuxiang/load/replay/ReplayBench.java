package org.shuxiang.load.replay;

import static org.shuxiang.load.Terminal.say;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.embedded.kafka.EmbeddedKafka;
import org.shuxiang.embedded.mongo.EmbeddedMongo;
import org.shuxiang.load.Folder;
import org.shuxiang.load.Machine;
import org.shuxiang.load.Options;
import org.shuxiang.load.Program;

/**
 * Writes the participations of a whole campaign into a fresh log, then starts the stats aggregator, as it is shipped and
 * in a JVM of its own, and measures it until its boards say exactly what was written.
 */
public final class ReplayBench {

    private static final int CAMPAIGN = 1_300_000;
    private static final String GROUP = "stats-aggregator";
    /** From the counting to the posting of boards. */
    private static final String PARTS = GROUP + "-parts-repartition";

    private static final Duration LOOK = Duration.ofMillis(100);
    /** What all boards may take after the last event was counted: under load, posting lags behind counting. */
    private static final Duration AGREEMENT = Duration.ofMinutes(10);

    private static final Duration LIMIT = Duration.ofMinutes(40);
    private static final int SHOWN_DIFFERENCES = 20;
    private static final double MEBIBYTE = 1 << 20;

    private ReplayBench() {}

    /** Returns 0 when the boards are exactly right, else 1. */
    public static int run(Options options) throws Exception {
        options.onlyKnow(Set.of("participations", "heap", "jfr"));
        int participations = options.count("participations", CAMPAIGN, 10_000_000);
        String heap = options.text("heap", "384m");
        try (var folder = Folder.create();
                var kafka = EmbeddedKafka.start(folder.folder("kafka"), 0);
                var mongo = EmbeddedMongo.startInMemory(0)) {
            say("书香 bench replay（%s，聚合进程堆 aggregator's heap %s）", Machine.words(), heap);
            var expected = new ExpectedFigures();
            long begin = System.nanoTime();
            PrefilledLog log = PrefilledLog.write(kafka.bootstrapServers(), new Crowd(), participations, expected);
            say(
                    "写入日志 written to the log in %.1f s: %,d 事件 events = %,d 次作答 attempts + %,d 人报名 joined"
                            + " + %,d 次访问 visits",
                    secondsSince(begin),
                    log.events(),
                    log.events(QuizTopics.ATTEMPTS.name()),
                    log.events(CampaignTopics.PARTICIPATIONS.name()),
                    log.events(CampaignTopics.VISITS.name()));
            try (var aggregator = start(options, heap, folder, kafka.bootstrapServers(), mongo.connectionString());
                    var boards = new BoardsTopic(kafka.bootstrapServers(), expected)) {
                boolean isRight = measure(kafka.bootstrapServers(), log, expected, aggregator, boards);
                say(
                        "磁盘 on disk: 日志与变更日志 log and changelogs %.0f MiB, 状态 state %.0f MiB",
                        Folder.bytes(folder.path().resolve("kafka")) / MEBIBYTE,
                        Folder.bytes(folder.path().resolve("state")) / MEBIBYTE);
                return isRight ? 0 : 1;
            }
        }
    }

    private static Program start(Options options, String heap, Folder folder, String brokers, String mongodb)
            throws IOException, JOSEException {
        List<String> command = new ArrayList<>(List.of("-Xmx" + heap, Program.COMPILING));
        String recording = options.text("jfr", "");
        if (!recording.isEmpty()) {
            command.add(Program.recordingTo(recording));
        }
        command.addAll(List.of(
                "-jar",
                Machine.jar("stats-aggregator", "*-exec.jar").toString(),
                "--server.port=" + Program.freePort(),
                "--spring.kafka.bootstrap-servers=" + brokers,
                "--spring.mongodb.uri=" + mongodb,
                "--shuxiang.tokens.public-key=" + publicKey(),
                "--shuxiang.stats.state-folder=" + folder.path().resolve("state")));
        return Program.start(folder.folder("aggregator"), Map.of(), command);
    }

    private static boolean measure(
            String brokers, PrefilledLog log, ExpectedFigures expected, Program aggregator, BoardsTopic boards)
            throws IOException, ExecutionException, InterruptedException {
        var tenths = new Tenths(log.events());
        long limit = System.nanoTime() + LIMIT.toNanos();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", brokers))) {
            while (!tenths.isComplete()) {
                Map<TopicPartition, OffsetAndMetadata> read = read(admin);
                long counted = counted(read);
                tenths.reached(System.nanoTime(), aggregator.cpuTime(), counted, waitingParts(admin, read));
                if (aggregator.endsWithin(LOOK) || System.nanoTime() > limit) {
                    say("只读了 only %,d 事件 events were read%n%s", counted, aggregator.output());
                    return false;
                }
            }
        }
        long complete = System.nanoTime();
        List<String> differences = boards.differences();
        while (!differences.isEmpty() && System.nanoTime() - complete < AGREEMENT.toNanos()) {
            if (aggregator.endsWithin(LOOK)) {
                break;
            }
            differences = boards.differences();
        }
        double agreement = secondsSince(complete);
        report(tenths, log, aggregator);
        say("发布 published: %,d 次榜 boards", boards.published());
        if (differences.isEmpty()) {
            say(
                    "榜单完全正确 boards exactly right %.1f s after the last event was counted (%d 榜 boards, %,d 数 figures)",
                    agreement, expected.boards().size(), expected.size());
        } else {
            say("榜单有错 the boards are wrong: %,d 处 places", differences.size());
            differences.stream().limit(SHOWN_DIFFERENCES).forEach(difference -> say("  %s", difference));
        }
        return differences.isEmpty();
    }

    private static void report(Tenths tenths, PrefilledLog log, Program aggregator) throws IOException {
        say("十分之一 tenth      秒 s   事件/秒 events/s   µs CPU/事件 event   待发布的部分 parts waiting");
        for (int tenth = 0; tenth < 10; tenth++) {
            say(
                    "%15d %9.1f %12.0f %20.0f %,20d",
                    tenth + 1,
                    tenths.seconds(tenth),
                    tenths.perSecond(tenth),
                    tenths.cpuMicros(tenth),
                    tenths.waiting(tenth));
        }
        say(
                "全部 all: %.1f s, %.0f 事件/秒 events/s, %.0f µs CPU/事件 event; 最后/第二 last : second tenth = %.2f",
                tenths.seconds(),
                log.events() / tenths.seconds(),
                tenths.cpuMicros(),
                tenths.perSecond(9) / tenths.perSecond(1));
        say(
                "内存 memory: 堆最高 highest heap %.0f MiB, 全进程最高 highest resident %.0f MiB",
                aggregator.highestHeapBytes() / MEBIBYTE, aggregator.highestResidentBytes() / MEBIBYTE);
    }

    private static Map<TopicPartition, OffsetAndMetadata> read(Admin admin)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
    }

    private static long counted(Map<TopicPartition, OffsetAndMetadata> read) {
        return read.entrySet().stream()
                .filter(entry -> PrefilledLog.TOPICS.contains(entry.getKey().topic()))
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    private static long waitingParts(Admin admin, Map<TopicPartition, OffsetAndMetadata> read)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = read.keySet().stream()
                .filter(partition -> partition.topic().equals(PARTS))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().entrySet().stream()
                .mapToLong(end -> end.getValue().offset()
                        - Objects.requireNonNull(read.get(end.getKey())).offset())
                .sum();
    }

    private static String publicKey() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONString();
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
