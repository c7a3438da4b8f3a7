package org.shuxiang.campaign.board;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.freeze.Freezes;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Tells everybody who listens how the boards of a campaign change: a snapshot, then what changed, in bytes that are
 * written once and shared by all. Whoever cannot keep up is passed over, and gets a snapshot once they can: nothing waits
 * for them in memory.
 *
 * <p>One thread ticks; it may be any.
 */
public final class LiveBoards {

    /** What pages watch; other boards are asked for. */
    private static final Set<Dimension> WATCHED = Set.of(
            Dimension.WHOLE, Dimension.PROVINCE, Dimension.LIBRARY, Dimension.AGE_BAND, Dimension.DAY, Dimension.HOUR);

    /** A comment, which keeps a connection open through proxies. */
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Map<String, Campaign> campaigns = new ConcurrentHashMap<>();
    private final Freezes freezes;
    private final Clock clock;

    public LiveBoards(Freezes freezes, Clock clock) {
        this.freezes = freezes;
        this.clock = clock;
    }

    private static final class Campaign {

        private final LiveFeed feed = new LiveFeed();
        private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
        /** Counts what was told; a listener with the same number knows all of it. */
        private volatile long told;

        private long toldVersion;
        private @Nullable Instant toldFreeze;
    }

    private static final class Listener {

        private final FluxSink<byte[]> sink;
        private final BooleanSupplier ready;
        private volatile long heard;

        private Listener(FluxSink<byte[]> sink, BooleanSupplier ready) {
            this.sink = sink;
            this.ready = ready;
        }

        private boolean isReady() {
            return sink.requestedFromDownstream() > 0 && ready.getAsBoolean();
        }
    }

    /** Whether a board is among those that are told of. */
    public static boolean isWatched(BoardKey key) {
        return key.place() == null && key.part() == null && WATCHED.contains(key.dimension());
    }

    /** Takes a board as it is after that record of its topic. */
    public void apply(Board board, long offset) {
        campaign(board.campaignId()).feed.apply(board, offset);
    }

    /**
     * The events of a stream, without end.
     *
     * @param lastEventId the last that the listener got, as its browser says when it comes back; or null
     * @param ready whether the connection takes more
     */
    public Flux<byte[]> listen(String campaignId, @Nullable Long lastEventId, BooleanSupplier ready) {
        return Flux.create(
                sink -> {
                    Campaign campaign = campaign(campaignId);
                    var listener = new Listener(sink, ready);
                    sink.onDispose(() -> campaign.listeners.remove(listener));
                    // first the number, then the state: what is told in between is told again
                    listener.heard = campaign.told;
                    @Nullable Instant frozen = frozenSince(campaignId);
                    long version = campaign.feed.version();
                    boolean resumes = lastEventId != null && lastEventId <= version;
                    sink.next(
                            resumes && lastEventId != null
                                    ? campaign.feed.changesSince(lastEventId, frozen)
                                    : campaign.feed.snapshot(frozen));
                    campaign.listeners.add(listener);
                },
                FluxSink.OverflowStrategy.BUFFER);
    }

    /** Tells everybody what changed since the last tick. */
    public void tick() {
        campaigns.forEach((id, campaign) -> tick(campaign, frozenSince(id)));
    }

    /** Keeps quiet connections open. */
    public void heartbeat() {
        for (Campaign campaign : campaigns.values()) {
            for (Listener listener : campaign.listeners) {
                if (listener.isReady()) {
                    listener.sink.next(HEARTBEAT);
                }
            }
        }
    }

    public int listeners() {
        return campaigns.values().stream()
                .mapToInt(campaign -> campaign.listeners.size())
                .sum();
    }

    private static void tick(Campaign campaign, @Nullable Instant frozen) {
        long version = campaign.feed.version();
        boolean changed = version > campaign.toldVersion || !Objects.equals(frozen, campaign.toldFreeze);
        long before = campaign.told;
        byte @Nullable [] changes = null;
        byte @Nullable [] snapshot = null;
        long now = changed ? before + 1 : before;
        for (Listener listener : campaign.listeners) {
            if (listener.heard == now || !listener.isReady()) {
                continue;
            }
            if (listener.heard == before) {
                changes = changes == null ? campaign.feed.changesSince(campaign.toldVersion, frozen) : changes;
                listener.sink.next(changes);
            } else {
                snapshot = snapshot == null ? campaign.feed.snapshot(frozen) : snapshot;
                listener.sink.next(snapshot);
            }
            listener.heard = now;
        }
        campaign.toldVersion = version;
        campaign.toldFreeze = frozen;
        campaign.told = now;
    }

    private Campaign campaign(String id) {
        return campaigns.computeIfAbsent(id, unknown -> new Campaign());
    }

    private @Nullable Instant frozenSince(String campaignId) {
        return freezes.frozenSince(campaignId, clock.instant()).orElse(null);
    }
}
