package org.shuxiang.testsupport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one topic beside everybody else, in no group, and only what was committed. The topic need not exist yet. For one
 * thread.
 */
public final class EventProbe implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private boolean assigned;

    private EventProbe(String brokers, String topic) {
        this.topic = topic;
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", brokers);
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        settings.put("enable.auto.commit", false);
        settings.put("fetch.max.wait.ms", 50);
        settings.put("metadata.max.age.ms", 1_000);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A probe that reads everything the topic holds. */
    public static EventProbe fromBeginning(String topic) {
        return fromBeginning(Servers.kafkaBootstrapServers(), topic);
    }

    /** The same at a broker of the test's own. */
    public static EventProbe fromBeginning(String brokers, String topic) {
        return new EventProbe(brokers, topic);
    }

    /** A probe that reads what is appended from now on. */
    public static EventProbe fromNow(String topic) {
        var probe = new EventProbe(Servers.kafkaBootstrapServers(), topic);
        List<TopicPartition> partitions = probe.partitions();
        if (!partitions.isEmpty()) {
            probe.consumer.assign(partitions);
            probe.consumer.seekToEnd(partitions);
            partitions.forEach(probe.consumer::position); // seeks are lazy: this makes "now" now
            probe.assigned = true;
        }
        return probe;
    }

    /**
     * Waits for a record, which may be one that was read before.
     *
     * @return the first that fits
     * @throws ConditionTimeoutException when there is none in time; it says how many there were
     */
    public ConsumerRecord<byte[], byte[]> await(
            Predicate<? super ConsumerRecord<byte[], byte[]>> condition, Duration timeout) {
        Callable<Optional<ConsumerRecord<byte[], byte[]>>> found = () -> {
            Optional<ConsumerRecord<byte[], byte[]>> known =
                    records.stream().filter(condition).findFirst();
            if (known.isPresent()) {
                return known;
            }
            poll();
            return records.stream().filter(condition).findFirst();
        };
        try {
            return Awaitility.await("a record of " + topic)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(timeout)
                    .until(found, Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new ConditionTimeoutException(
                    "none of the %d records of %s fits after %s".formatted(records.size(), topic, timeout), e);
        }
    }

    /** Returns everything that is in the topic at this moment and is the probe's to read, in order of each partition. */
    public List<ConsumerRecord<byte[], byte[]>> records() {
        assign();
        if (assigned) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                poll();
            }
        }
        return List.copyOf(records);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void poll() {
        assign();
        if (assigned) {
            consumer.poll(POLL).forEach(records::add);
        }
    }

    private void assign() {
        if (!assigned) {
            List<TopicPartition> partitions = partitions();
            if (!partitions.isEmpty()) {
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                assigned = true;
            }
        }
    }

    private List<TopicPartition> partitions() {
        @Nullable List<PartitionInfo> infos = consumer.partitionsFor(topic);
        return infos == null
                ? List.of()
                : infos.stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
    }
}
