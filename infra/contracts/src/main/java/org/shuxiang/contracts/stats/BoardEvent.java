package org.shuxiang.contracts.stats;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Event;

/** A board as it stands now, whole. Key: {@link BoardKey#text()}. {@code occurredAt} is that of the newest event in it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface BoardEvent extends Event {

    @Override
    String campaignId();

    BoardKey board();

    /** @param rows in the order of the board: by place the most participants first, by time the oldest first */
    record BoardUpdated(String eventId, Instant occurredAt, String campaignId, BoardKey board, List<Row> rows)
            implements BoardEvent {

        public BoardUpdated {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The first of an activity.
     *
     * @param rows the best first, a hundred at the most
     * @param covers the records that say of the best attempts of those in it, by topic and partition
     */
    record RankingUpdated(
            String eventId,
            Instant occurredAt,
            String campaignId,
            BoardKey board,
            List<Ranked> rows,
            List<Coverage> covers)
            implements BoardEvent {

        public RankingUpdated {
            rows = List.copyOf(rows);
            covers = List.copyOf(covers);
        }
    }

    /**
     * A row of a board.
     *
     * @param key what the board's {@link Dimension} says
     * @param figures by {@link Figure#key()}; what is missing is 0
     * @param covers what changed these figures, by topic and partition
     */
    record Row(String key, Map<String, Long> figures, List<Coverage> covers) {

        public Row {
            covers = List.copyOf(covers);
            figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        }
    }

    /**
     * A participant in a ranking.
     *
     * @param rank 1 for the best; the same for those with the same score and time
     * @param score points of at most {@code maxScore}
     * @param seconds whole seconds that the best attempt took
     * @param at when it was handed in
     */
    record Ranked(
            int rank,
            String participantId,
            String province,
            @Nullable String library,
            AgeBand ageBand,
            int score,
            int maxScore,
            long seconds,
            Instant at) {}
}
