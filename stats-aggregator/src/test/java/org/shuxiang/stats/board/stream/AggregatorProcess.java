package org.shuxiang.stats.board.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.quiz.QuizTopics;

/** The aggregation in a JVM of its own, so that it can be killed: its topology, without the service around it. */
final class AggregatorProcess implements AutoCloseable {

    /** Ends the name of the topic with the public boards. */
    static final String PUBLIC = "-public";

    private final Process process;

    private AggregatorProcess(Process process) {
        this.process = process;
    }

    /** @param boards the topic to write */
    static AggregatorProcess start(String brokers, String application, String boards, Path folder) throws IOException {
        return new AggregatorProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AggregatorProcess.class.getName(),
                        brokers,
                        application,
                        boards,
                        folder.toString())
                .inheritIO()
                .start());
    }

    /** As the power does, wherever it is by then. */
    void killAfter(Duration life) throws InterruptedException {
        if (process.waitFor(life.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("ended by itself with " + process.exitValue());
        }
        close();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] args) {
        var settings = new Properties();
        settings.put("bootstrap.servers", args[0]);
        settings.put("application.id", args[1]);
        settings.put("state.dir", args[3]);
        settings.put("processing.guarantee", "exactly_once_v2");
        settings.put("commit.interval.ms", 1000);
        settings.put("statestore.cache.max.bytes", 8 * 1024 * 1024);
        settings.put("processing.exception.handler", UnreadableAside.class.getName());
        settings.put("rocksdb.config.setter", SmallRocksDb.class.getName());
        // the one that starts after a kill takes the place of the one that died
        settings.put("main.consumer.group.instance.id", args[1]);
        new KafkaStreams(topology(args[2], args[2] + PUBLIC, System::nanoTime), settings).start();
    }

    /** As the service makes it. */
    static Topology topology(String boards, String publicBoards, LongSupplier nanoTime) {
        var builder = new StreamsBuilder();
        Consumed<String, byte[]> bytes = Consumed.with(Serdes.String(), Serdes.ByteArray());
        var persons = builder.stream(
                List.of(CampaignTopics.VISITS.name(), CampaignTopics.PARTICIPATIONS.name(), QuizTopics.ATTEMPTS.name()),
                bytes);
        var freezes = builder.globalTable(CampaignTopics.FREEZES.name(), bytes, Materialized.as("freezes"));
        var output = Aggregation.boards(
                persons, freezes, new AggregationProperties(Duration.ofMillis(150), Duration.ofMillis(500)), nanoTime);
        output.live().to(boards, Produced.with(Serdes.String(), Serdes.ByteArray()));
        output.published().to(publicBoards, Produced.with(Serdes.String(), Serdes.ByteArray()));
        return builder.build();
    }
}
