package org.shuxiang.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuxiang.embedded.HaltedJvm;

class EmbeddedKafkaTest {

    @TempDir
    Path folder;

    @Test
    void keepsRecordsOffsetsAndItsIdentityAcrossARestartOnOtherPorts() throws Exception {
        String clusterId;
        var partition = new TopicPartition(WritingRecords.TOPIC, 0);
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
            clusterId = clusterId(kafka);
            WritingRecords.createTopic(kafka.bootstrapServers());
            try (var producer = producer(kafka);
                    var consumer = consumer(kafka)) {
                producer.send(new ProducerRecord<>(partition.topic(), 0, "1", "one"))
                        .get();
                consumer.commitSync(Map.of(partition, new OffsetAndMetadata(1)));
            }
        }
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
                var consumer = consumer(kafka)) {
            assertThat(clusterId(kafka)).isEqualTo(clusterId);
            assertThat(values(kafka)).containsExactly("one");
            assertThat(consumer.committed(Set.of(partition)).get(partition)).isEqualTo(new OffsetAndMetadata(1));
        }
    }

    @Test
    void keepsEveryAcknowledgedRecordWhenTheJvmIsHaltedAgainAndAgain() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int millis : new int[] {300, 900, 1_700}) {
            List<String> thisTime = HaltedJvm.run(WritingRecords.class, folder, Duration.ofMillis(millis));
            assertThat(thisTime).isNotEmpty();
            acknowledged.addAll(thisTime);
        }
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
            Set<String> missing = new HashSet<>(acknowledged);
            values(kafka).forEach(missing::remove);
            assertThat(missing).as("of %s acknowledged", acknowledged.size()).isEmpty();
        }
    }

    @Test
    void createsNoTopicThatNobodyDescribed() {
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                var consumer = consumer(kafka)) {
            consumer.subscribe(List.of("typing.mistake.v1"));
            consumer.poll(Duration.ofMillis(500));
            assertThatThrownBy(() -> admin.describeTopics(List.of("typing.mistake.v1"))
                            .allTopicNames()
                            .get())
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void tellsThatItsPortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedKafka.start(folder.resolve("kafka"), taken.getLocalPort()))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static String clusterId(EmbeddedKafka kafka) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static KafkaProducer<String, String> producer(EmbeddedKafka kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static KafkaConsumer<String, String> consumer(EmbeddedKafka kafka) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", "test", "enable.auto.commit", false),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static Collection<String> values(EmbeddedKafka kafka) {
        try (var consumer = consumer(kafka)) {
            List<TopicPartition> partitions = consumer.partitionsFor(WritingRecords.TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<String> values = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    values.add(record.value());
                }
            }
            return values;
        }
    }
}
