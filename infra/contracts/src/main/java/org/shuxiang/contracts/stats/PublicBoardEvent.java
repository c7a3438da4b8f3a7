package org.shuxiang.contracts.stats;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.stats.BoardEvent.Ranked;

/**
 * A board as everybody may see it: without what would tell of a small group of people, and as it stood when the boards
 * were frozen. Key: {@link BoardKey#text()}. {@code occurredAt} is that of the newest event in it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface PublicBoardEvent extends Event {

    @Override
    String campaignId();

    BoardKey board();

    /** @param rows in the order of the board; those with something hidden after the others, by key */
    record BoardPublished(String eventId, Instant occurredAt, String campaignId, BoardKey board, List<PublicRow> rows)
            implements PublicBoardEvent {

        public BoardPublished {
            rows = List.copyOf(rows);
        }
    }

    /** @param rows the best first, a hundred at the most */
    record RankingPublished(String eventId, Instant occurredAt, String campaignId, BoardKey board, List<Ranked> rows)
            implements PublicBoardEvent {

        public RankingPublished {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a public board.
     *
     * @param key what the board's {@link Dimension} says, or {@value #OTHERS}
     * @param figures by {@link Figure#key()}; what is missing is 0, or hidden
     * @param hidden {@link Figure.Group#key()} of what is not shown because too few people are in it
     */
    record PublicRow(String key, Map<String, Long> figures, List<String> hidden) {

        /** The row that adds up what other rows hide. */
        public static final String OTHERS = "*";

        public PublicRow {
            figures = Collections.unmodifiableMap(new TreeMap<>(figures));
            hidden = List.copyOf(hidden);
        }
    }
}
