package org.shuxiang.platform.log;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * The records that this service could not handle, and the way back: once the cause is mended, they are handled again as
 * if in their place. How far that went is kept as offsets of a consumer group of its own; of a replica it is known in
 * memory.
 *
 * <p>Everything here blocks: call it on a scheduler for blocking work.
 */
public final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final String REPLAY = ".replay";

    private final Map<String, Object> consumerProperties;
    private final KafkaOperations<byte[], byte[]> writer;
    private final ListableBeanFactory beans;
    private final BindingServiceProperties bindings;

    DeadLetters(
            Map<String, Object> consumerProperties,
            KafkaOperations<byte[], byte[]> writer,
            ListableBeanFactory beans,
            BindingServiceProperties bindings) {
        this.consumerProperties = consumerProperties;
        this.writer = writer;
        this.beans = beans;
        this.bindings = bindings;
    }

    /**
     * How many records wait.
     *
     * @param topic the dead-letter topic
     * @param group the consumer group that could not handle them
     */
    public record Waiting(String topic, String group, long waiting) {}

    /**
     * What a replay did.
     *
     * @param replayed records that were handled now
     * @param failedAgain records that are dead letters once more
     */
    public record Replayed(long replayed, long failedAgain) {}

    /** The dead-letter topics of this service's consumer groups, and of this instance's replicas. */
    public List<Waiting> waiting() {
        var result = new ArrayList<Waiting>();
        for (Consuming consuming : consuming()) {
            String topic = consuming.deadLetterTopic();
            try (var reader = reader(topic)) {
                long waiting = ends(reader, topic).entrySet().stream()
                        .mapToLong(end -> end.getValue() - position(reader, end.getKey()))
                        .sum();
                result.add(new Waiting(topic, consuming.group(), waiting));
            }
        }
        replicas().map(TopicReplica::waiting).forEach(result::add);
        for (RebuiltLetters letters : rebuilt()) {
            for (String topic : letters.topics()) {
                result.add(new Waiting(topic, letters.group(), inTopic(topic)));
            }
        }
        return result;
    }

    /**
     * Handles again what waited when this began; empty when no group of this service has that dead-letter topic.
     *
     * @throws ProblemException when it takes a rebuild
     */
    public Optional<Replayed> replay(String topic) {
        if (rebuilt().stream().anyMatch(letters -> letters.topics().contains(topic))) {
            throw ProblemException.of(ProblemType.NEEDS_REBUILD);
        }
        Optional<Replayed> ofAGroup = consuming().stream()
                .filter(consuming -> consuming.deadLetterTopic().equals(topic))
                .findFirst()
                .map(consuming -> replay(topic, consuming.consumer()));
        return ofAGroup.or(() -> replicas()
                .filter(replica -> replica.deadLetterTopic().equals(topic))
                .findFirst()
                .map(TopicReplica::replay));
    }

    private Replayed replay(String topic, EventConsumer<?> consumer) {
        long replayed = 0;
        long failed = 0;
        try (var reader = reader(topic)) {
            for (var end : ends(reader, topic).entrySet()) {
                TopicPartition partition = end.getKey();
                reader.assign(List.of(partition));
                reader.seek(partition, position(reader, partition));
                while (reader.position(partition) < end.getValue()) {
                    for (ConsumerRecord<byte[], byte[]> letter : reader.poll(POLL)) {
                        if (letter.offset() >= end.getValue()) {
                            break;
                        }
                        if (handledAgain(consumer, letter)) {
                            replayed++;
                        } else {
                            failed++;
                        }
                        reader.commitSync(Map.of(partition, new OffsetAndMetadata(letter.offset() + 1)));
                    }
                }
            }
        }
        log.info("dead letters {}: {} handled, {} failed again", topic, replayed, failed);
        return new Replayed(replayed, failed);
    }

    private boolean handledAgain(EventConsumer<?> consumer, ConsumerRecord<byte[], byte[]> letter) {
        try {
            int partition = ByteBuffer.wrap(header(letter, KafkaHeaders.DLT_ORIGINAL_PARTITION))
                    .getInt();
            long offset = ByteBuffer.wrap(header(letter, KafkaHeaders.DLT_ORIGINAL_OFFSET))
                    .getLong();
            consumer.acceptAgain(letter, partition, offset);
            return true;
        } catch (RuntimeException e) {
            log.warn("dead letter {}@{} failed again", letter.topic(), letter.offset(), e);
            writer.send(new ProducerRecord<>(letter.topic(), null, letter.key(), letter.value(), letter.headers()))
                    .join();
            return false;
        }
    }

    private static byte[] header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalStateException("no header " + name);
        }
        return header.value();
    }

    private record Consuming(EventConsumer<?> consumer, String group) {

        String deadLetterTopic() {
            return consumer.topic().deadLetters(group);
        }
    }

    private Stream<TopicReplica<?>> replicas() {
        return beans.getBeansOfType(TopicReplica.class).values().stream().map(replica -> (TopicReplica<?>) replica);
    }

    private Collection<RebuiltLetters> rebuilt() {
        return beans.getBeansOfType(RebuiltLetters.class).values();
    }

    private long inTopic(String topic) {
        try (var reader = reader(topic)) {
            Map<TopicPartition, Long> ends = ends(reader, topic);
            Map<TopicPartition, Long> beginnings = reader.beginningOffsets(ends.keySet());
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue() - beginnings.getOrDefault(end.getKey(), 0L))
                    .sum();
        }
    }

    private List<Consuming> consuming() {
        return beans.getBeansOfType(EventConsumer.class).entrySet().stream()
                .map(bean -> new Consuming(bean.getValue(), bindings.getGroup(bean.getKey() + "-in-0")))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> reader(String topic) {
        var properties = new HashMap<>(consumerProperties);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, topic + REPLAY);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<TopicPartition, Long> ends(KafkaConsumer<byte[], byte[]> reader, String topic) {
        return reader.endOffsets(reader.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList());
    }

    private static long position(KafkaConsumer<byte[], byte[]> reader, TopicPartition partition) {
        @Nullable
        OffsetAndMetadata committed =
                reader.committed(java.util.Set.of(partition)).get(partition);
        return committed == null ? 0 : committed.offset();
    }
}
