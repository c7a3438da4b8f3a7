package org.shuxiang.load.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.stats.BoardEvent;
import org.shuxiang.contracts.stats.BoardEvent.BoardUpdated;
import org.shuxiang.contracts.stats.BoardEvent.Row;
import org.shuxiang.contracts.stats.StatsTopics;

/** Follows the boards as they are published, and keeps the newest of those that are expected. */
final class BoardsTopic implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(100);

    private final ExpectedFigures expected;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, byte[]> changed = new ConcurrentHashMap<>();
    private final Map<String, List<String>> wrong = new HashMap<>();
    private final AtomicLong published = new AtomicLong();
    private final Thread reading = new Thread(this::read, "boards");

    BoardsTopic(String brokers, ExpectedFigures expected) {
        this.expected = expected;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        expected.boards().forEach(board -> wrong.put(board, List.of(board + " is missing")));
        reading.start();
    }

    private void read() {
        Set<String> wanted = expected.boards();
        consumer.assign(List.of(new TopicPartition(StatsTopics.BOARDS.name(), 0)));
        try {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT)) {
                    String board = new String(record.key(), StandardCharsets.UTF_8);
                    published.incrementAndGet();
                    if (wanted.contains(board)) {
                        changed.put(board, record.value());
                    }
                }
            }
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    /** How many boards were published so far. */
    long published() {
        return published.get();
    }

    /** Where the newest boards are not what they have to be; empty when all is right. */
    List<String> differences() {
        for (String board : new ArrayList<>(changed.keySet())) {
            byte[] newest = changed.remove(board);
            if (newest != null) {
                List<String> differences = expected.differences(board, figures(newest));
                if (differences.isEmpty()) {
                    wrong.remove(board);
                } else {
                    wrong.put(board, differences);
                }
            }
        }
        return wrong.values().stream().flatMap(List::stream).sorted().toList();
    }

    private static Map<String, Map<String, Long>> figures(byte[] board) {
        Map<String, Map<String, Long>> figures = new HashMap<>();
        for (Row row : ((BoardUpdated) EventJson.read(board, BoardEvent.class)).rows()) {
            figures.put(row.key(), row.figures());
        }
        return figures;
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        reading.join();
    }
}
