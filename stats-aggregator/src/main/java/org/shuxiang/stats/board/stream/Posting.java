package org.shuxiang.stats.board.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.stats.BoardEvent;
import org.shuxiang.stats.board.Boards;
import org.shuxiang.stats.board.Part;
import org.shuxiang.stats.board.Part.FiguresPart;

/** Puts the parts of each board together and posts the board, no more often than the pause allows. */
final class Posting implements Processor<String, byte[], String, BoardEvent> {

    static final String PARTS = "posted-parts";

    private final Duration pause;
    private final Pace pace;
    /** By board the keys of the parts that changed. */
    private final Map<String, Set<Bytes>> changed = new LinkedHashMap<>();

    @Nullable
    private State state;

    Posting(Duration pause, Pace pace) {
        this.pause = pause;
        this.pace = pace;
    }

    private record State(ProcessorContext<String, BoardEvent> context, Untold parts) {}

    /** Called again when what was done since the last commit is lost. */
    @Override
    public void init(ProcessorContext<String, BoardEvent> context) {
        changed.clear();
        var opened = new State(context, new Untold(context.getStateStore(PARTS)));
        state = opened;
        opened.parts()
                .forEachUntold((key, part) -> change(Keys.cell(key).board().text(), key));
        context.schedule(pause, PunctuationType.WALL_CLOCK_TIME, now -> {
            if (!changed.isEmpty() && pace.tell(now, () -> post(opened, now))) {
                context.commit();
            }
        });
    }

    @Override
    public void process(Record<String, byte[]> record) {
        State open = Objects.requireNonNull(state);
        pace.hear(open.context().currentSystemTimeMs(), record.timestamp());
        Part part = StateBytes.part(record.key(), record.value());
        String row = part instanceof FiguresPart figures ? figures.row() : "";
        Bytes key = Keys.of(record.key(), row, part.partition());
        open.parts().put(key, record.value());
        change(record.key(), key);
    }

    private void change(String board, Bytes part) {
        changed.computeIfAbsent(board, none -> new HashSet<>()).add(part);
    }

    private void post(State open, long now) {
        changed.forEach((board, news) -> {
            List<Part> parts = new ArrayList<>();
            Map<Bytes, byte[]> told = new HashMap<>();
            open.parts().forEach(Keys.first(board), Keys.last(board), (key, part) -> {
                parts.add(StateBytes.part(board, part));
                if (news.contains(key)) {
                    told.put(key, part);
                }
            });
            told.forEach(open.parts()::told);
            open.context().forward(new Record<>(board, Boards.of(parts), now));
        });
        changed.clear();
    }
}
