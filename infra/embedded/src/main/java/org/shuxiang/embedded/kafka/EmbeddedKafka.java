package org.shuxiang.embedded.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker and its controller in this JVM, on 127.0.0.1 only, without any authentication.
 *
 * <p>A folder holds one cluster of one node. It is formatted when it is new; after that its data and its cluster id
 * stay, whether the last run was closed or killed, and whichever ports it has this time. The client's port and the
 * controller's port may both change between runs, because a quorum with a static voter keeps no address on disk.
 *
 * <p>An acknowledged record has been written to the log file. It is not forced to the disk: what the JVM has written
 * survives the JVM's death ({@code kill -9}) in the system's page cache; only a failing machine can lose the last
 * seconds, as with any broker without replicas.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int NODE_ID = 1;
    private static final int MEGABYTE = 1024 * 1024;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker and returns when it takes requests.
     *
     * @param dataFolder where the log is kept; created when it does not exist
     * @param port the client's port, 0 for any free one
     * @throws UncheckedIOException when the folder cannot be written or the port is taken
     * @throws IllegalStateException when the folder holds something that cannot be used as a broker's storage
     * @throws org.apache.kafka.common.KafkaException when another broker uses the folder
     */
    public static EmbeddedKafka start(Path dataFolder, int port) {
        Ports ports = Ports.choose(port);
        format(dataFolder);
        var server = new KafkaRaftServer(new KafkaConfig(settings(dataFolder, ports), false), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, ports.client());
    }

    /** Returns {@code host:port}, what clients call {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** Stops the broker; returns when its files are closed. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path dataFolder) {
        try {
            Files.createDirectories(dataFolder);
            if (Files.exists(dataFolder.resolve("meta.properties"))) {
                return;
            }
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(dataFolder.toString())
                    .addDirectory(dataFolder.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format " + dataFolder, e);
        }
    }

    private static Map<String, Object> settings(Path dataFolder, Ports ports) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE_ID);
        settings.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + ports.controller());
        settings.put(
                "listeners",
                "CLIENT://" + HOST + ":" + ports.client() + ",CONTROLLER://" + HOST + ":" + ports.controller());
        settings.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "CLIENT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", dataFolder.toString());

        // Who writes a topic creates it. Events are the truth, so they stay unless their topic says otherwise.
        settings.put("auto.create.topics.enable", false);
        settings.put("log.retention.ms", -1);
        settings.put("message.max.bytes", 8 * MEGABYTE);
        settings.put("log.segment.bytes", 128 * MEGABYTE);
        settings.put("log.index.size.max.bytes", MEGABYTE);

        settings.put("offsets.topic.replication.factor", (short) 1);
        settings.put("offsets.topic.num.partitions", 4);
        settings.put("transaction.state.log.replication.factor", (short) 1);
        settings.put("transaction.state.log.min.isr", 1);
        settings.put("transaction.state.log.num.partitions", 4);
        settings.put("share.coordinator.state.topic.replication.factor", (short) 1);
        settings.put("share.coordinator.state.topic.min.isr", (short) 1);
        settings.put("share.coordinator.state.topic.num.partitions", 1);
        settings.put("group.initial.rebalance.delay.ms", 0);

        // One node on a modest machine: few threads, small buffers, no empty metadata record twice a second.
        settings.put("num.network.threads", 2);
        settings.put("num.io.threads", 4);
        settings.put("background.threads", 2);
        settings.put("group.coordinator.threads", 1);
        settings.put("log.cleaner.dedupe.buffer.size", 16L * MEGABYTE);
        settings.put("metadata.max.idle.interval.ms", 10_000);
        settings.put("metadata.log.segment.bytes", 8 * MEGABYTE);
        settings.put("metadata.max.retention.bytes", 32L * MEGABYTE);
        // After a kill the controller waits this long before it believes that the broker is a new one.
        settings.put("broker.session.timeout.ms", 3_000);
        settings.put("broker.heartbeat.interval.ms", 500);
        settings.put("metric.reporters", "");
        return settings;
    }

    /**
     * The controller's address must be known before the broker starts, so its port cannot be left to the system. A
     * port that is already taken is told here, while it is still an ordinary exception.
     */
    private record Ports(int client, int controller) {

        static Ports choose(int client) {
            try (ServerSocket first = open(client);
                    ServerSocket second = open(0)) {
                return new Ports(first.getLocalPort(), second.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static ServerSocket open(int port) throws IOException {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port));
            return socket;
        }
    }
}
