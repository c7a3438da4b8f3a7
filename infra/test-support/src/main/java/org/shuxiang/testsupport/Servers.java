package org.shuxiang.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.shuxiang.embedded.kafka.EmbeddedKafka;
import org.shuxiang.embedded.mongo.EmbeddedMongo;
import org.springframework.boot.SpringApplication;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The broker and the database that the tests of this JVM share. Each starts when it is first asked for:
 *
 * <ol>
 *   <li>where the environment names one ({@code SHUXIANG_KAFKA}, {@code SHUXIANG_MONGODB}), it is that one;
 *   <li>with the system property {@code shuxiang.test.servers=containers} ({@code -Pcontainers}) it is a container;
 *   <li>else it is embedded, with its data in a temporary folder that goes when the JVM does.
 * </ol>
 *
 * <p>Tests share the topics, so they use campaign and participant ids of their own; {@link ServersInitializer} gives
 * each application context its own database.
 */
public final class Servers {

    private static final String MONGODB_IMAGE = "mongo:8.0";

    private Servers() {}

    /** Returns {@code host:port}, perhaps several, separated by commas. */
    public static String kafkaBootstrapServers() {
        return Kafka.BOOTSTRAP_SERVERS;
    }

    /** Returns {@code mongodb://…}, without a database. */
    public static String mongodbUri() {
        return Mongodb.URI;
    }

    static boolean areContainers() {
        return "containers".equals(System.getProperty("shuxiang.test.servers"));
    }

    static boolean isDockerThere() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static Optional<String> named(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }

    private static final class Kafka {

        private static final String BOOTSTRAP_SERVERS = named("SHUXIANG_KAFKA").orElseGet(Kafka::start);

        private static String start() {
            if (areContainers()) {
                var container = new KafkaContainer("apache/kafka:" + AppInfoParser.getVersion())
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                        .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
                container.start();
                return container.getBootstrapServers();
            }
            Path folder = temporaryFolder("kafka");
            var broker = EmbeddedKafka.start(folder, 0);
            atTheEnd(broker::close, folder);
            return broker.bootstrapServers();
        }
    }

    private static final class Mongodb {

        private static final String URI = named("SHUXIANG_MONGODB").orElseGet(Mongodb::start);

        private static String start() {
            if (areContainers()) {
                var container = new MongoDBContainer(MONGODB_IMAGE);
                container.start();
                return container.getConnectionString();
            }
            Path folder = temporaryFolder("mongodb");
            var server = EmbeddedMongo.start(folder.resolve("mongo.db"), 0);
            atTheEnd(server::close, folder);
            return server.connectionString();
        }
    }

    private static Path temporaryFolder(String name) {
        try {
            return Files.createTempDirectory("shuxiang-test-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Spring Boot runs this at the JVM's end after it has closed the contexts, which would otherwise wait for a broker
     * that is gone. (In a JVM where no Spring application ran, nothing is cleaned up.)
     */
    private static void atTheEnd(Runnable close, Path folder) {
        SpringApplication.getShutdownHandlers().add(() -> {
            close.run();
            delete(folder);
        });
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
