package org.shuxiang.stats.board.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
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
    static final String DUE = "due-parts";

    private static final char SEPARATOR = '|';

    private final Map<String, Class<? extends Event>> eventsByTopic;
    private final Duration pause;

    @Nullable
    private State state;

    /** @param pause between passing on; meanwhile changes of a cell become one */
    Tally(Map<String, Class<? extends Event>> eventsByTopic, Duration pause) {
        this.eventsByTopic = Map.copyOf(eventsByTopic);
        this.pause = pause;
    }

    private record State(
            ProcessorContext<String, byte[]> context,
            KeyValueStore<String, byte[]> people,
            KeyValueStore<String, byte[]> parts,
            KeyValueStore<String, byte[]> standings,
            Due due) {}

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        var opened = new State(
                context,
                context.getStateStore(PEOPLE),
                context.getStateStore(PARTS),
                context.getStateStore(STANDINGS),
                new Due(context.getStateStore(DUE)));
        state = opened;
        context.schedule(pause, PunctuationType.WALL_CLOCK_TIME, now -> passOn(opened, now));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        State open = Objects.requireNonNull(state);
        RecordMetadata at = open.context().recordMetadata().orElseThrow();
        Event event = read(at.topic(), record.value());
        byte @Nullable [] known = open.people().get(record.key());
        Person before = known == null ? Person.UNKNOWN : StateBytes.person(known);
        Person after;
        Map<Cell, Figures> changes;
        Set<Cell> concerned;
        try {
            after = before.with(event);
            changes = after == before ? Map.of() : Contribution.change(before, after);
            concerned = Contribution.concernedBy(event);
        } catch (RuntimeException e) {
            // before anything is written: such a record would fail again and again, and hold up the partition
            throw new UnreadableEventException("an event that cannot be counted: " + e, e);
        }
        if (after != before) {
            open.people().put(record.key(), StateBytes.write(after));
            rank(open, before, after);
        }
        Set<Cell> touched = new LinkedHashSet<>(concerned);
        touched.addAll(changes.keySet());
        for (Cell cell : touched) {
            update(open, cell, at, part -> {
                var changed = part.plus(changes.getOrDefault(cell, Figures.NONE));
                return concerned.contains(cell)
                        ? changed.covering(at.topic(), at.offset(), event.occurredAt())
                        : changed;
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

    private static void update(State open, Cell cell, RecordMetadata at, UnaryOperator<FiguresPart> change) {
        String key = key(cell);
        byte @Nullable [] known = open.parts().get(key);
        var part = known == null
                ? FiguresPart.empty(cell.board(), cell.row(), at.partition())
                : (FiguresPart) StateBytes.part(known);
        open.parts().put(key, StateBytes.write(change.apply(part)));
        open.due().mark(key);
    }

    private static String key(Cell cell) {
        return cell.board().text() + SEPARATOR + cell.row();
    }

    private static void rank(State open, Person before, Person after) {
        Set<String> activities = new TreeSet<>(before.activities());
        activities.addAll(after.activities());
        for (String activity : activities) {
            Optional<Standing> old = before.best(activity);
            Optional<Standing> best = after.best(activity);
            if (!old.equals(best)) {
                old.ifPresent(standing -> open.standings().delete(place(standing)));
                best.ifPresent(standing -> open.standings().put(place(standing), StateBytes.write(standing)));
                open.due().mark(key(board(best.or(() -> old).orElseThrow())));
            }
        }
    }

    private static Cell board(Standing standing) {
        return Contribution.ranking(standing.campaignId(), standing.activityId());
    }

    /** A key whose order is that of the standings. */
    private static String place(Standing standing) {
        return String.format(
                Locale.ROOT,
                "%s%c%03d%c%012d%c%012d%09d%c%s",
                board(standing).board().text(),
                SEPARATOR,
                100 - standing.percent(),
                SEPARATOR,
                standing.seconds(),
                SEPARATOR,
                standing.at().getEpochSecond(),
                standing.at().getNano(),
                SEPARATOR,
                standing.who().id());
    }

    private static void passOn(State open, long now) {
        for (String key : open.due().take()) {
            var part = (FiguresPart) StateBytes.part(open.parts().get(key));
            Part passed = part.board().dimension() == Dimension.RANKING ? ranking(open, part) : part;
            open.context().forward(new Record<>(part.board().text(), StateBytes.write(passed), now));
        }
    }

    private static RankingPart ranking(State open, FiguresPart part) {
        String prefix = part.board().text() + SEPARATOR;
        List<Standing> best = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> standings =
                open.standings().range(prefix, part.board().text() + (char) (SEPARATOR + 1))) {
            while (standings.hasNext() && best.size() < Boards.RANKING_SIZE) {
                best.add(StateBytes.standing(standings.next().value));
            }
        }
        return new RankingPart(part.board(), part.row(), part.partition(), best, part.covers(), part.latest());
    }
}
