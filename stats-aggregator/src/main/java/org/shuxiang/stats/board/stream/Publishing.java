package org.shuxiang.stats.board.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.UnreadableEventException;
import org.shuxiang.contracts.campaign.FreezeEvent;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsFrozen;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsThawed;
import org.shuxiang.contracts.stats.BoardEvent;
import org.shuxiang.stats.board.Boards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes public boards of boards, and the one place where a freeze is kept: what changes meanwhile is held, and published
 * when the freeze is lifted. Everything that the public can see is made of what leaves here.
 */
final class Publishing implements Processor<String, BoardEvent, String, byte[]> {

    static final String HELD = "held-boards";

    private static final Logger log = LoggerFactory.getLogger(Publishing.class);
    /** Ends the campaign in a board's key. */
    private static final char END = '/';

    private final Duration pause;
    private final String freezes;

    @Nullable
    private State state;

    /**
     * @param pause between two looks whether a freeze was lifted
     * @param freezes the global store of freezes, by campaign id
     */
    Publishing(Duration pause, String freezes) {
        this.pause = pause;
        this.freezes = freezes;
    }

    private record State(
            ProcessorContext<String, byte[]> context,
            KeyValueStore<String, byte[]> held,
            ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> freezes,
            Set<String> unreadable) {}

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        var opened = new State(context, context.getStateStore(HELD), context.getStateStore(freezes), new HashSet<>());
        state = opened;
        context.schedule(pause, PunctuationType.WALL_CLOCK_TIME, now -> publishHeld(opened, now));
    }

    @Override
    public void process(Record<String, BoardEvent> record) {
        State open = Objects.requireNonNull(state);
        byte[] board = EventJson.write(Boards.published(record.value()));
        if (isFrozen(open, record.value().campaignId())) {
            open.held().put(record.key(), board);
        } else {
            if (open.held().get(record.key()) != null) {
                open.held().delete(record.key()); // it is older
            }
            open.context().forward(record.withValue(board));
        }
    }

    private static void publishHeld(State open, long now) {
        for (String campaign : campaignsHeld(open.held())) {
            if (!isFrozen(open, campaign)) {
                for (KeyValue<String, byte[]> board : heldOf(open.held(), campaign)) {
                    open.held().delete(board.key);
                    open.context().forward(new Record<>(board.key, board.value, now));
                }
            }
        }
    }

    /** Found by leaps: a campaign may hold thousands. */
    private static Set<String> campaignsHeld(KeyValueStore<String, byte[]> held) {
        var campaigns = new HashSet<String>();
        @Nullable String from = "";
        while (from != null) {
            try (KeyValueIterator<String, byte[]> rest = held.range(from, null)) {
                from = null;
                if (rest.hasNext()) {
                    String key = rest.next().key;
                    String campaign = key.substring(0, key.indexOf(END));
                    campaigns.add(campaign);
                    from = campaign + (char) (END + 1);
                }
            }
        }
        return campaigns;
    }

    private static List<KeyValue<String, byte[]>> heldOf(KeyValueStore<String, byte[]> held, String campaign) {
        var boards = new ArrayList<KeyValue<String, byte[]>>();
        try (KeyValueIterator<String, byte[]> all = held.range(campaign + END, campaign + (char) (END + 1))) {
            all.forEachRemaining(boards::add);
        }
        return boards;
    }

    private static boolean isFrozen(State open, String campaign) {
        @Nullable ValueAndTimestamp<byte[]> said = open.freezes().get(campaign);
        if (said == null) {
            return false;
        }
        try {
            return switch (EventJson.read(said.value(), FreezeEvent.class)) {
                case BoardsFrozen frozen ->
                    !Instant.ofEpochMilli(open.context().currentSystemTimeMs()).isBefore(frozen.from());
                case BoardsThawed thawed -> false;
            };
        } catch (UnreadableEventException e) {
            // what cannot be read may be a freeze: nothing is published until it is said again
            if (open.unreadable().add(campaign)) {
                log.error("the freeze of {} cannot be read: its public boards stand still", campaign, e);
            }
            return true;
        }
    }
}
