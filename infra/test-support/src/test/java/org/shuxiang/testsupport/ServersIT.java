package org.shuxiang.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionTimeoutException;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

class ServersIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void givesEachContextItsOwnDatabaseAndAllTheSameSecrets() {
        Environment one = initialized();
        Environment other = initialized();
        try (MongoClient client = MongoClients.create(one.getRequiredProperty("spring.mongodb.uri"))) {
            client.getDatabase(one.getRequiredProperty("spring.mongodb.database"))
                    .getCollection("attempts")
                    .insertOne(new Document("_id", "a"));
            assertThat(client.getDatabase(other.getRequiredProperty("spring.mongodb.database"))
                            .getCollection("attempts")
                            .countDocuments())
                    .isZero();
        }
        for (String secret : TestSecrets.properties().keySet()) {
            assertThat(one.getRequiredProperty(secret)).isEqualTo(other.getProperty(secret));
        }
        assertThat(one.getRequiredProperty("shuxiang.tokens.public-key")).doesNotContain("\"d\"");
    }

    @Test
    void findsARecordThatComesLater() throws Exception {
        String topic = "probe." + UUID.randomUUID();
        try (var probe = EventProbe.fromBeginning(topic)) {
            assertThat(probe.records()).isEmpty();
            create(topic);
            append(topic, "one", "two");
            assertThat(probe.await(record -> text(record.value()).equals("two"), SOON)
                            .key())
                    .isEqualTo(bytes("key"));
            assertThat(probe.records())
                    .extracting(record -> text(record.value()))
                    .containsExactly("one", "two");
        }
    }

    @Test
    void readsOnlyWhatComesAfterItsOwnBeginning() throws Exception {
        String topic = "probe." + UUID.randomUUID();
        create(topic);
        append(topic, "before");
        try (var probe = EventProbe.fromNow(topic)) {
            append(topic, "after");
            assertThat(probe.records())
                    .extracting(record -> text(record.value()))
                    .containsExactly("after");
            assertThatThrownBy(() -> probe.await(record -> false, Duration.ofMillis(300)))
                    .isInstanceOf(ConditionTimeoutException.class)
                    .hasMessageContaining("none of the 1 records");
        }
    }

    private static Environment initialized() {
        return new SpringApplicationBuilder(Empty.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .initializers(new ServersInitializer())
                .run()
                .getEnvironment();
    }

    @Configuration(proxyBeanMethods = false)
    static class Empty {}

    private static void create(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Servers.kafkaBootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void append(String topic, String... texts) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Servers.kafkaBootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (String text : texts) {
                producer.send(new ProducerRecord<>(topic, bytes("key"), bytes(text)))
                        .get();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
