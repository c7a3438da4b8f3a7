package org.shuxiang.platform.log;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.Topic;
import org.springframework.kafka.core.KafkaOperations;

/** Makes replicas of compacted topics. */
public final class TopicReplicas {

    private final Map<String, Object> consumerProperties;
    private final Topics topics;
    private final KafkaOperations<byte[], byte[]> deadLetters;
    private final String service;

    TopicReplicas(
            Map<String, Object> consumerProperties,
            Topics topics,
            KafkaOperations<byte[], byte[]> deadLetters,
            String service) {
        this.consumerProperties = consumerProperties;
        this.topics = topics;
        this.deadLetters = deadLetters;
        this.service = service;
    }

    /**
     * A copy of the whole topic in this instance's memory, which is complete before the service takes requests.
     *
     * @param apply takes key and event in the order of the log, from one thread; null means that the key was deleted
     */
    public <E extends Event> TopicReplica<E> follow(Topic<E> topic, BiConsumer<String, @Nullable E> apply) {
        return follow(topic, key -> true, (key, event, offset) -> apply.accept(key, event));
    }

    /**
     * The same of some keys only.
     *
     * @param keys the others are passed over unread
     */
    public <E extends Event> TopicReplica<E> follow(
            Topic<E> topic, Predicate<String> keys, TopicReplica.Applying<E> apply) {
        return new TopicReplica<>(topic, keys, apply, consumerProperties, topics, deadLetters, service + ".replica");
    }
}
