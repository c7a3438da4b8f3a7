package org.shuxiang.platform.log;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.Topic;
import org.shuxiang.platform.log.DeadLetters.Replayed;
import org.shuxiang.platform.log.DeadLetters.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Reads a compacted topic from its beginning and follows it. A record that cannot be applied goes to the dead letters,
 * under the same key however often it is met, and waits until it is replayed or a newer record of its key is applied;
 * the rest goes on. Each instance waits and replays for itself; a start reads everything again.
 *
 * @param <E> the events of the topic
 */
public final class TopicReplica<E extends Event> implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(TopicReplica.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration FIRST_READ = Duration.ofSeconds(60);
    private static final Duration REPLAY = Duration.ofSeconds(60);

    private final Topic<E> topic;
    private final Predicate<String> keys;
    private final Applying<E> apply;
    private final Map<String, Object> consumerProperties;
    private final Topics topics;
    private final KafkaOperations<byte[], byte[]> deadLetters;
    private final String group;
    private final CountDownLatch complete = new CountDownLatch(1);
    /** The newest record of each key, where it could not be applied. Changed by the reading thread alone. */
    private final Map<String, ConsumerRecord<byte[], byte[]>> waiting = new ConcurrentHashMap<>();

    private final Queue<CompletableFuture<Replayed>> replays = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable Thread thread;

    /** Takes a record of the topic. */
    @FunctionalInterface
    public interface Applying<E extends Event> {

        /**
         * In the order of the log, from one thread; a record that was put aside may come after newer ones of other keys.
         *
         * @param event null means that the key was deleted
         */
        void apply(String key, @Nullable E event, long offset);
    }

    TopicReplica(
            Topic<E> topic,
            Predicate<String> keys,
            Applying<E> apply,
            Map<String, Object> consumerProperties,
            Topics topics,
            KafkaOperations<byte[], byte[]> deadLetters,
            String group) {
        this.topic = topic;
        this.keys = keys;
        this.apply = apply;
        this.consumerProperties = consumerProperties;
        this.topics = topics;
        this.deadLetters = deadLetters;
        this.group = group;
    }

    @Override
    public void start() {
        topics.ensure(topic);
        topics.ensureDeadLetters(deadLetterTopic(), true);
        var reading = new Thread(this::read, "replica-" + topic.name());
        reading.setDaemon(true);
        thread = reading;
        reading.start();
        try {
            if (!complete.await(FIRST_READ.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("topic " + topic.name() + " was not read within " + FIRST_READ);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading topic " + topic.name(), e);
        }
    }

    @Override
    public void stop() {
        Thread reading = thread;
        Consumer<byte[], byte[]> reader = consumer;
        thread = null;
        if (reader != null) {
            reader.wakeup();
        }
        if (reading != null) {
            try {
                reading.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the stream bindings and the web server, which need what is read here. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public Health health() {
        Thread reading = thread;
        boolean follows = reading != null && reading.isAlive() && complete.getCount() == 0;
        return (follows ? Health.up() : Health.down())
                .withDetail("topic", topic.name())
                .build();
    }

    String deadLetterTopic() {
        return topic.deadLetters(group);
    }

    Waiting waiting() {
        return new Waiting(deadLetterTopic(), group, waiting.size());
    }

    /** Waits for the reading thread, so that records are always applied by that one alone. */
    Replayed replay() {
        var replay = new CompletableFuture<Replayed>();
        replays.add(replay);
        return replay.orTimeout(REPLAY.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void read() {
        var properties = new HashMap<>(consumerProperties);
        properties.remove("group.id");
        properties.put("enable.auto.commit", false);
        properties.put("auto.offset.reset", "earliest");
        try (var reader = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer = reader;
            List<TopicPartition> partitions = reader.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            Set<TopicPartition> behind = new HashSet<>(partitions);
            while (thread != null) {
                for (var end : ends.entrySet()) {
                    if (reader.position(end.getKey()) >= end.getValue()) {
                        behind.remove(end.getKey());
                    }
                }
                if (behind.isEmpty()) {
                    complete.countDown();
                }
                reader.poll(POLL).forEach(this::applyOrBury);
                for (var replay = replays.poll(); replay != null; replay = replays.poll()) {
                    replay.complete(applyAgain());
                }
            }
        } catch (WakeupException e) {
            log.debug("replica of {} stops", topic.name());
        } catch (RuntimeException e) {
            log.error("replica of {} ended: this instance must be started again", topic.name(), e);
        } finally {
            consumer = null;
        }
    }

    private void applyOrBury(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        try {
            if (!keys.test(key)) {
                return;
            }
            apply(key, record);
            waiting.remove(key);
        } catch (RuntimeException e) {
            log.error("{}-{}@{} cannot be applied", record.topic(), record.partition(), record.offset(), e);
            waiting.put(key, record);
            byte[] place = (record.partition() + "@" + record.offset()).getBytes(StandardCharsets.UTF_8);
            deadLetters
                    .send(DeadLetter.of(
                            deadLetterTopic(),
                            place,
                            record.value(),
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            e))
                    .join();
        }
    }

    private Replayed applyAgain() {
        long failed = 0;
        int before = waiting.size();
        for (var letter : waiting.entrySet()) {
            try {
                apply(letter.getKey(), letter.getValue());
                waiting.remove(letter.getKey());
            } catch (RuntimeException e) {
                log.warn("dead letter {} of {} failed again", letter.getKey(), topic.name(), e);
                failed++;
            }
        }
        return new Replayed(before - failed, failed);
    }

    private void apply(String key, ConsumerRecord<byte[], byte[]> record) {
        apply.apply(key, record.value() == null ? null : EventJson.read(record.value(), topic.type()), record.offset());
    }
}
