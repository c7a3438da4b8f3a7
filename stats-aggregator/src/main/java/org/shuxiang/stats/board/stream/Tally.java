package org.shuxiang.stats.board.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.UnreadableEventException;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.stats.board.Boards;
import org.shuxiang.stats.board.Part;
import org.shuxiang.stats.board.Part.FiguresPart;
import org.shuxiang.stats.board.Part.RankingPart;
import org.shuxiang.stats.figure.Cell;
import org.shuxiang.stats.figure.Contribution;
import org.shuxiang.stats.figure.Figures;
import org.shuxiang.stats.figure.Person;
import org.shuxiang.stats.figure.Standing;

/**
 * Counts the persons of one partition, and passes on each cell that changed, whole: a part that arrives twice says the
 * same. Key in: the person's id. Key out: the board's text; value out: a {@link Part}.
 */
final class Tally implements Processor<String, byte[], String, byte[]> {

    static final String PEOPLE = "people";
    static final String PARTS = "parts";
    static final String STANDINGS = "standings";

    private static final byte[] NOTHING = {};
    private static final int RECENT_CELLS = 8192;

    private final Map<String, Class<? extends Event>> eventsByTopic;
    private final Duration pause;
    private final Pace pace;
    private final Set<Cell> changed = new LinkedHashSet<>();
    /** As they are in the store: finding and reading a cell there takes longer than adding to it. */
    private final Map<Cell, FiguresPart> recent = new LinkedHashMap<>(RECENT_CELLS, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Cell, FiguresPart> eldest) {
            return size() > RECENT_CELLS;
        }
    };
    /** By the board: the last of the ranking as it was told, once as many are in it as it shows. */
    private final Map<BoardKey, Standing> lastInRanking = new HashMap<>();

    @Nullable
    private State state;

    /** @param pause between passing on; meanwhile changes of a cell become one */
    Tally(Map<String, Class<? extends Event>> eventsByTopic, Duration pause, Pace pace) {
        this.eventsByTopic = Map.copyOf(eventsByTopic);
        this.pause = pause;
        this.pace = pace;
    }

    private record State(
            ProcessorContext<String, byte[]> context,
            int partition,
            KeyValueStore<Bytes, byte[]> people,
            Untold parts,
            KeyValueStore<Bytes, byte[]> standings) {}

    /** Called again when what was done since the last commit is lost. */
    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        changed.clear();
        recent.clear();
        lastInRanking.clear();
        var opened = new State(
                context,
                context.taskId().partition(),
                context.getStateStore(PEOPLE),
                new Untold(context.getStateStore(PARTS)),
                context.getStateStore(STANDINGS));
        state = opened;
        opened.parts().forEachUntold((key, value) -> changed.add(Keys.cell(key)));
        context.schedule(pause, PunctuationType.WALL_CLOCK_TIME, now -> {
            if (!changed.isEmpty() && pace.tell(now, () -> passOn(opened, now))) {
                context.commit();
            }
        });
    }

    @Override
    public void process(Record<String, byte[]> record) {
        State open = Objects.requireNonNull(state);
        pace.hear(open.context().currentSystemTimeMs(), record.timestamp());
        RecordMetadata at = open.context().recordMetadata().orElseThrow();
        Event event = read(at.topic(), record.value());
        Bytes person = Bytes.wrap(record.key().getBytes(StandardCharsets.UTF_8));
        byte @Nullable [] known = open.people().get(person);
        Person before = known == null ? Person.UNKNOWN : StateBytes.person(known);
        Person after;
        Map<Cell, Figures> changes;
        List<Cell> concerned;
        try {
            after = before.with(event, at.offset());
            changes = after == before ? Map.of() : Contribution.change(before, after);
            concerned = Contribution.concernedBy(event);
        } catch (RuntimeException e) {
            // before anything is written: such a record would fail again and again, and hold up the partition
            throw new UnreadableEventException("an event that cannot be counted: " + e, e);
        }
        if (after != before) {
            open.people().put(person, StateBytes.write(after));
            rank(open, before, after);
        }
        for (Cell cell : concerned) {
            Figures change = changes.getOrDefault(cell, Figures.NONE);
            update(open, cell, part -> part.plus(change).covering(at.topic(), at.offset(), event.occurredAt()));
        }
        if (!changes.isEmpty()) {
            Set<Cell> covered = new HashSet<>(concerned);
            changes.forEach((cell, change) -> {
                if (!covered.contains(cell)) {
                    update(open, cell, part -> part.plus(change));
                }
            });
        }
    }

    private Event read(String topic, byte[] value) {
        Class<? extends Event> type = eventsByTopic.get(topic);
        if (type == null) {
            throw new IllegalStateException("topic " + topic + " is not counted");
        }
        return EventJson.read(value, type);
    }

    private void update(State open, Cell cell, UnaryOperator<FiguresPart> change) {
        FiguresPart part = change.apply(part(open, cell));
        recent.put(cell, part);
        open.parts().put(Keys.of(cell), StateBytes.writeOwn(part));
        changed.add(cell);
    }

    private FiguresPart part(State open, Cell cell) {
        @Nullable FiguresPart known = recent.get(cell);
        if (known != null) {
            return known;
        }
        byte @Nullable [] stored = open.parts().get(Keys.of(cell));
        return stored == null
                ? FiguresPart.empty(cell.board(), cell.row(), open.partition())
                : StateBytes.ownPart(cell, open.partition(), stored);
    }

    private void rank(State open, Person before, Person after) {
        if (before.attempts() == after.attempts()) {
            return;
        }
        Set<String> activities = new TreeSet<>(before.activities());
        activities.addAll(after.activities());
        for (String activity : activities) {
            Optional<Standing> old = before.best(activity);
            Optional<Standing> best = after.best(activity);
            if (!old.equals(best)) {
                old.ifPresent(standing -> open.standings().delete(place(standing)));
                best.ifPresent(standing -> open.standings().put(place(standing), StateBytes.write(standing)));
                BoardKey board = ranking(best.or(() -> old).orElseThrow());
                @Nullable Standing last = lastInRanking.get(board);
                if (last == null
                        || Stream.concat(old.stream(), best.stream()).anyMatch(one -> one.compareTo(last) <= 0)) {
                    var cell = new Cell(board, BoardKey.WHOLE);
                    open.parts().put(Keys.of(cell), NOTHING);
                    changed.add(cell);
                }
            }
        }
    }

    private static BoardKey ranking(Standing standing) {
        return new BoardKey(standing.campaignId(), standing.activityId(), Dimension.RANKING, null, null);
    }

    /** A key whose order is that of the standings. */
    private static Bytes place(Standing standing) {
        return Keys.of(
                ranking(standing),
                String.format(
                        Locale.ROOT,
                        "%03d|%012d|%012d%09d|%s",
                        100 - standing.percent(),
                        standing.seconds(),
                        standing.at().getEpochSecond(),
                        standing.at().getNano(),
                        standing.who().id()));
    }

    private void passOn(State open, long now) {
        for (Cell cell : changed) {
            Bytes key = Keys.of(cell);
            if (cell.board().dimension() == Dimension.RANKING) {
                forward(open, ranking(open, cell.board()), now);
                open.parts().told(key, NOTHING);
            } else {
                FiguresPart part = part(open, cell);
                forward(open, part, now);
                open.parts().told(key, StateBytes.writeOwn(part));
            }
        }
        changed.clear();
    }

    private static void forward(State open, Part part, long now) {
        open.context().forward(new Record<>(part.board().text(), StateBytes.write(part), now));
    }

    private RankingPart ranking(State open, BoardKey board) {
        List<Standing> best = new ArrayList<>();
        String text = board.text();
        try (KeyValueIterator<Bytes, byte[]> standings = open.standings().range(Keys.first(text), Keys.last(text))) {
            while (standings.hasNext() && best.size() < Boards.RANKING_SIZE) {
                best.add(StateBytes.standing(standings.next().value));
            }
        }
        if (best.size() == Boards.RANKING_SIZE) {
            lastInRanking.put(board, best.getLast());
        } else {
            lastInRanking.remove(board);
        }
        return new RankingPart(board, open.partition(), best);
    }
}
