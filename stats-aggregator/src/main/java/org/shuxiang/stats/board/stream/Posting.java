package org.shuxiang.stats.board.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.stats.BoardEvent;
import org.shuxiang.stats.board.Boards;
import org.shuxiang.stats.board.Part;

/** Puts the parts of each board together and posts the board, no more often than the pause allows. */
final class Posting implements Processor<String, byte[], String, BoardEvent> {

    static final String PARTS = "posted-parts";
    static final String DUE = "due-boards";

    private static final char SEPARATOR = '|';

    private final Duration pause;

    @Nullable
    private State state;

    Posting(Duration pause) {
        this.pause = pause;
    }

    private record State(ProcessorContext<String, BoardEvent> context, KeyValueStore<String, byte[]> parts, Due due) {}

    @Override
    public void init(ProcessorContext<String, BoardEvent> context) {
        var opened = new State(context, context.getStateStore(PARTS), new Due(context.getStateStore(DUE)));
        state = opened;
        context.schedule(pause, PunctuationType.WALL_CLOCK_TIME, now -> post(opened, now));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        State open = Objects.requireNonNull(state);
        Part part = StateBytes.part(record.value());
        open.parts().put(record.key() + SEPARATOR + part.row() + SEPARATOR + part.partition(), record.value());
        open.due().mark(record.key());
    }

    private static void post(State open, long now) {
        for (String board : open.due().take()) {
            List<Part> parts = new ArrayList<>();
            try (KeyValueIterator<String, byte[]> all =
                    open.parts().range(board + SEPARATOR, board + (char) (SEPARATOR + 1))) {
                all.forEachRemaining(entry -> parts.add(StateBytes.part(entry.value)));
            }
            open.context().forward(new Record<>(board, Boards.of(parts), now));
        }
    }
}
