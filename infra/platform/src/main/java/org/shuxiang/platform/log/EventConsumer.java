package org.shuxiang.platform.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.Topic;
import org.shuxiang.contracts.UnreadableEventException;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * A stream function that handles events in batches and finds the one that cannot be handled: what came before it is
 * done, it goes to the dead letters, what follows goes on. Handlers are idempotent: an event may come again.
 *
 * @param <E> the events of the topic
 */
public final class EventConsumer<E extends Event> implements Consumer<Message<List<byte[]>>> {

    private final Topic<E> topic;
    private final Consumer<List<LoggedEvent<E>>> handler;
    private final @Nullable Consumer<String> deletion;

    /** @param handler may throw: a {@link TransientFailures transient} failure is tried again for as long as it takes */
    public EventConsumer(Topic<E> topic, Consumer<List<LoggedEvent<E>>> handler) {
        this(topic, handler, null);
    }

    /**
     * One for a compacted topic.
     *
     * @param deletion takes the key of a record without a value, after the events before it; null: such a record cannot
     *     be handled
     */
    public EventConsumer(Topic<E> topic, Consumer<List<LoggedEvent<E>>> handler, @Nullable Consumer<String> deletion) {
        this.topic = topic;
        this.handler = handler;
        this.deletion = deletion;
    }

    @Override
    public void accept(Message<List<byte[]>> batch) {
        MessageHeaders headers = batch.getHeaders();
        List<?> values = batch.getPayload();
        List<?> keys = list(headers, KafkaHeaders.RECEIVED_KEY);
        List<?> partitions = list(headers, KafkaHeaders.RECEIVED_PARTITION);
        List<?> offsets = list(headers, KafkaHeaders.OFFSET);
        List<?> times = list(headers, KafkaHeaders.RECEIVED_TIMESTAMP);
        var events = new ArrayList<LoggedEvent<E>>(values.size());
        int first = 0; // of those events, in the batch
        for (int i = 0; i < values.size(); i++) {
            try {
                String key = text(keys.get(i));
                if (isDeletion(values.get(i))) {
                    handle(events, first);
                    events.clear();
                    first = i + 1;
                    delete(key, i);
                } else {
                    events.add(new LoggedEvent<>(
                            read(values.get(i)),
                            key,
                            (Integer) partitions.get(i),
                            (Long) offsets.get(i),
                            Instant.ofEpochMilli((Long) times.get(i))));
                }
            } catch (UnreadableEventException e) {
                handle(events, first);
                throw new BatchListenerFailedException("unreadable event", e, i);
            }
        }
        handle(events, first);
    }

    /** Handles one record of the dead letters as it would have been in its place. */
    void acceptAgain(ConsumerRecord<byte[], byte[]> letter, int partition, long offset) {
        if (deletion != null && letter.value() == null) {
            deletion.accept(text(letter.key()));
            return;
        }
        handler.accept(List.of(new LoggedEvent<>(
                read(letter.value()),
                text(letter.key()),
                partition,
                offset,
                Instant.ofEpochMilli(letter.timestamp()))));
    }

    Topic<E> topic() {
        return topic;
    }

    private boolean isDeletion(@Nullable Object value) {
        return deletion != null && !(value instanceof byte[]);
    }

    private void delete(String key, int index) {
        try {
            if (deletion != null) {
                deletion.accept(key);
            }
        } catch (RuntimeException e) {
            throw new BatchListenerFailedException("deleting failed", e, index);
        }
    }

    /** @param first where the first of them is in the batch */
    private void handle(List<LoggedEvent<E>> events, int first) {
        if (events.isEmpty()) {
            return;
        }
        try {
            handler.accept(events);
        } catch (RuntimeException e) {
            if (events.size() == 1 || TransientFailures.isTransient(e)) {
                throw new BatchListenerFailedException("handling failed", e, first);
            }
            handleOneByOne(events, first);
        }
    }

    private void handleOneByOne(List<LoggedEvent<E>> events, int first) {
        for (int i = 0; i < events.size(); i++) {
            try {
                handler.accept(List.of(events.get(i)));
            } catch (RuntimeException e) {
                throw new BatchListenerFailedException("handling failed", e, first + i);
            }
        }
    }

    private E read(@Nullable Object value) {
        if (value instanceof byte[] json) {
            return EventJson.read(json, topic.type());
        }
        throw new UnreadableEventException("a record without a value", null);
    }

    private static String text(@Nullable Object key) {
        if (key instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        throw new UnreadableEventException("a record without a key", null);
    }

    private static List<?> list(MessageHeaders headers, String name) {
        if (headers.get(name) instanceof List<?> values) {
            return values;
        }
        throw new IllegalStateException("no header " + name + ": is batch-mode on?");
    }
}
