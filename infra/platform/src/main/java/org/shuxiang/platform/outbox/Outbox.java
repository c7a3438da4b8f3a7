package org.shuxiang.platform.outbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
 * a crash or an absent broker left behind. Within one instance one at a time empties a document's outbox, so that what
 * was published last happened last. An event may be published twice, with the same event id: after a crash, and where a
 * sweep of another instance is as fast as the change.
 */
public final class Outbox implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration ANOTHER_LOOK = Duration.ofMillis(5);

    private final ReactiveMongoTemplate mongo;
    private final EventLog events;
    private final List<Class<? extends HasOutbox>> documents;
    private final Set<Place> busy = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Disposable sweeping;

    Outbox(ReactiveMongoTemplate mongo, EventLog events, List<Class<? extends HasOutbox>> documents) {
        this.mongo = mongo;
        this.events = events;
        this.documents = List.copyOf(documents);
    }

    /** Whose outbox it is. */
    private record Place(Class<? extends HasOutbox> type, String id) {}

    /**
     * Publishes the events of a document that was just stored, after whoever is at it. Never fails: what cannot be
     * published now is published by a later sweep.
     */
    public Mono<Void> relay(HasOutbox document) {
        var place = new Place(document.getClass(), document.id());
        Mono<Place> turn =
                Mono.just(place).filter(busy::add).repeatWhenEmpty(looks -> looks.delayElements(ANOTHER_LOOK));
        return Mono.usingWhen(turn, this::publishAndClear, this::release).onErrorResume(e -> {
            log.warn("{} {} keeps its events for later: {}", place.type().getSimpleName(), place.id(), e.toString());
            return Mono.empty();
        });
    }

    private Mono<Void> release(Place place) {
        return Mono.fromRunnable(() -> busy.remove(place));
    }

    /** Reads the document anew: what was read before the turn came may have been published by the one before. */
    private Mono<Void> publishAndClear(Place place) {
        return mongo.findById(place.id(), place.type())
                .map(HasOutbox::outbox)
                .filter(pending -> !pending.isEmpty())
                .flatMap(pending -> Flux.fromIterable(pending)
                        .concatMap(event -> events.append(event.topic(), event.key(), bytes(event.value())))
                        .then(clear(place, pending)));
    }

    /** Only if the very same events wait: to those that came meanwhile belongs a relay of their own. */
    private Mono<Void> clear(Place place, List<PendingEvent> published) {
        var unchanged = Query.query(where("_id")
                .is(place.id())
                .and(HasOutbox.FIELD)
                .size(published.size())
                .and(HasOutbox.FIELD + ".0.value")
                .is(published.getFirst().value()));
        return mongo.updateFirst(unchanged, new Update().set(HasOutbox.FIELD, List.of()), place.type())
                .then();
    }

    /** Publishes what waits in any document. */
    Mono<Void> sweep() {
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
