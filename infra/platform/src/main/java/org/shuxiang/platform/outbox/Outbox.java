package org.shuxiang.platform.outbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.platform.log.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Publishes what waits in the outboxes of documents, then clears it: at once after a change, and every few seconds what
 * a crash or an absent broker left behind. An event may be published twice, with the same event id.
 */
public final class Outbox implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final ReactiveMongoTemplate mongo;
    private final EventLog events;
    private final List<Class<? extends HasOutbox>> documents;
    private volatile @Nullable Disposable sweeping;

    Outbox(ReactiveMongoTemplate mongo, EventLog events, List<Class<? extends HasOutbox>> documents) {
        this.mongo = mongo;
        this.events = events;
        this.documents = List.copyOf(documents);
    }

    /**
     * Publishes the events of a document that was just stored. Never fails: what cannot be published now is published by
     * a later sweep.
     */
    public Mono<Void> relay(HasOutbox document) {
        return publishAndClear(document).onErrorResume(e -> {
            log.warn(
                    "{} {} keeps its events for later: {}",
                    document.getClass().getSimpleName(),
                    document.id(),
                    e.toString());
            return Mono.empty();
        });
    }

    private Mono<Void> publishAndClear(HasOutbox document) {
        List<PendingEvent> pending = document.outbox();
        if (pending.isEmpty()) {
            return Mono.empty();
        }
        // only if the very same events wait: those that came meanwhile are published, in order, by a later sweep
        var unchanged = Query.query(where("_id")
                .is(document.id())
                .and(HasOutbox.FIELD)
                .size(pending.size())
                .and(HasOutbox.FIELD + ".0.value")
                .is(pending.getFirst().value()));
        return Flux.fromIterable(pending)
                .concatMap(event -> events.append(event.topic(), event.key(), bytes(event.value())))
                .then(mongo.updateFirst(unchanged, new Update().set(HasOutbox.FIELD, List.of()), document.getClass()))
                .then();
    }

    private Mono<Void> sweep() {
        var waiting = Query.query(where(HasOutbox.FIELD + ".0").exists(true));
        return Flux.fromIterable(documents)
                .concatMap(type -> mongo.find(waiting, type))
                .concatMap(this::relay)
                .then();
    }

    @Override
    public void start() {
        sweeping = Flux.interval(SWEEP)
                .onBackpressureDrop()
                .concatMap(tick -> sweep().onErrorResume(e -> {
                    log.warn("outboxes were not swept: {}", e.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable running = sweeping;
        sweeping = null;
        if (running != null) {
            running.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return sweeping != null;
    }

    private static byte @Nullable [] bytes(@Nullable String value) {
        return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    }
}
