package org.shuxiang.campaign.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The boards of a campaign that pages watch, and since when each row is as it is: so that whatever somebody missed can
 * be told, by any instance and after any restart, as the rows that are newer. Versions are offsets of the boards' topic.
 */
final class LiveFeed {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final long NEVER = 0;
    /** What rows of places and times do not carry; the whole of a campaign does. */
    private static final String DISTRIBUTION = "scores";

    private final Map<String, LiveBoard> boards = new TreeMap<>();
    private long version = NEVER;

    private static final class LiveBoard {

        private final BoardKey key;
        private @Nullable Instant asOf;
        private final Map<String, LiveRow> rows = new LinkedHashMap<>();

        private LiveBoard(BoardKey key) {
            this.key = key;
        }
    }

    /** @param row null for one that is no more */
    private record LiveRow(Board.@Nullable Row row, long since) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Message(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Instant frozenSince,

            List<MessageBoard> boards) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record MessageBoard(
            @Nullable String activityId,
            Dimension dimension,
            @Nullable Instant asOf,
            List<MessageRow> rows) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record MessageRow(
            String key,
            @Nullable Map<String, Long> figures,
            @Nullable List<String> hidden,
            @Nullable Boolean gone) {}

    /** Takes a board as it is after that record; one that is older than what is known changes nothing. */
    synchronized void apply(Board now, long offset) {
        long at = offset + 1;
        BoardKey key = now.key();
        LiveBoard board = boards.computeIfAbsent(key.text(), text -> new LiveBoard(key));
        Map<String, LiveRow> before = Map.copyOf(board.rows);
        if (before.values().stream().anyMatch(row -> row.since() > at)) {
            return;
        }
        board.asOf = now.asOf();
        board.rows.clear();
        for (Board.Row full : now.rows()) {
            Board.Row row = forTheWire(key, full);
            @Nullable LiveRow known = before.get(row.key());
            boolean isSame = known != null && row.equals(known.row());
            board.rows.put(row.key(), isSame ? known : new LiveRow(row, at));
        }
        before.forEach((gone, row) -> board.rows.putIfAbsent(gone, row.row() == null ? row : new LiveRow(null, at)));
        version = Math.max(version, at);
    }

    synchronized long version() {
        return version;
    }

    /** The whole, as an event of a stream. */
    synchronized byte[] snapshot(@Nullable Instant frozenSince) {
        return event("snapshot", new Message(frozenSince, rowsSince(NEVER, false)));
    }

    /** What is newer than that version, as an event of a stream. */
    synchronized byte[] changesSince(long known, @Nullable Instant frozenSince) {
        return event("change", new Message(frozenSince, rowsSince(known, true)));
    }

    private List<MessageBoard> rowsSince(long known, boolean withGone) {
        var messages = new ArrayList<MessageBoard>();
        for (LiveBoard board : boards.values()) {
            var rows = new ArrayList<MessageRow>();
            board.rows.forEach((key, row) -> {
                if (row.since() > known && (row.row() != null || withGone)) {
                    rows.add(message(key, row.row()));
                }
            });
            if (!rows.isEmpty()) {
                messages.add(new MessageBoard(board.key.activityId(), board.key.dimension(), board.asOf, rows));
            }
        }
        return messages;
    }

    private static MessageRow message(String key, Board.@Nullable Row row) {
        return row == null
                ? new MessageRow(key, null, null, true)
                : new MessageRow(key, row.figures(), row.hidden(), null);
    }

    /** Without what it covers, and all but the whole without the distribution of its scores. */
    private static Board.Row forTheWire(BoardKey key, Board.Row row) {
        Map<String, Long> figures = key.dimension() == Dimension.WHOLE
                ? row.figures()
                : row.figures().entrySet().stream()
                        .filter(figure -> !figure.getKey().startsWith(DISTRIBUTION))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
        return new Board.Row(row.key(), figures, row.hidden(), null);
    }

    private byte[] event(String name, Message message) {
        String text = "event: " + name + "\nid: " + version + "\ndata: " + JSON.writeValueAsString(message) + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
