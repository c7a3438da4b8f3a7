package org.shuxiang.platform.log;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.Topic;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Appends events. What was acknowledged here is true: every in-sync replica of the broker has it.
 *
 * <p>Errors: {@link LogUnavailableException} when the broker does not take a record in time or the buffer is full.
 */
public final class EventLog {

    /** How long a stream adapter waits for an append before it gives the batch back. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Producer<byte[], byte[]> producer;

    EventLog(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Completes when the event is in the log; each subscription appends it anew. */
    public <E extends Event> Mono<Void> append(Topic<E> topic, String key, E event) {
        return append(topic.name(), key, EventJson.write(event));
    }

    /** Completes when all of them are in the log. */
    public <E extends Event> Mono<Void> appendAll(Topic<E> topic, Collection<Keyed<E>> events) {
        return Flux.fromIterable(events)
                .map(keyed -> new ProducerRecord<>(topic.name(), bytes(keyed.key()), EventJson.write(keyed.event())))
                .collectList()
                .flatMap(records -> Flux.merge(
                                Flux.fromIterable(
                                        records.stream().map(this::send).toList()),
                                Integer.MAX_VALUE)
                        .then());
    }

    /** Deletes a key of a compacted topic. */
    public Mono<Void> delete(Topic<?> topic, String key) {
        return append(topic.name(), key, null);
    }

    /** @param value the bytes of the record, or null to delete the key of a compacted topic */
    public Mono<Void> append(String topic, String key, byte @Nullable [] value) {
        return send(new ProducerRecord<>(topic, bytes(key), value))
                // the rest of a request must not run on the one thread that talks to the broker
                .publishOn(Schedulers.parallel());
    }

    private Mono<Void> send(ProducerRecord<byte[], byte[]> record) {
        return Mono.create(sink -> {
            try {
                producer.send(record, (metadata, failure) -> {
                    if (failure == null) {
                        sink.success();
                    } else {
                        sink.error(unavailable(record.topic(), failure));
                    }
                });
            } catch (RuntimeException e) {
                sink.error(unavailable(record.topic(), e));
            }
        });
    }

    private static LogUnavailableException unavailable(String topic, Exception cause) {
        return new LogUnavailableException("topic " + topic + " did not take a record: " + cause.getMessage(), cause);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /** An event with its key. */
    public record Keyed<E extends Event>(String key, E event) {}
}
