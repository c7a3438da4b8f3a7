package org.shuxiang.campaign.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.stats.BoardEvent.BoardUpdated;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Coverage;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.contracts.stats.PublicBoardEvent.BoardPublished;

/**
 * A board as it is shown.
 *
 * @param asOf when the newest event in it happened, or null when nothing is counted yet
 * @param frozenSince when the boards were frozen, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Board(
        String campaignId,
        @Nullable String activityId,
        Dimension dimension,
        @Nullable String place,
        @Nullable String part,
        @Nullable Instant asOf,
        @Nullable Instant frozenSince,
        List<Row> rows) {

    public Board {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param figures by {@link org.shuxiang.contracts.stats.Figure#key()}
     * @param hidden what is not shown because too few people are in it; null for nothing
     * @param covers what the figures were made of, for national organisers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            String key,
            Map<String, Long> figures,
            @Nullable List<String> hidden,
            @Nullable List<Coverage> covers) {}

    /** One of which nothing is known yet. */
    static Board empty(BoardKey key) {
        return of(key, null, List.of());
    }

    public static Board of(BoardUpdated event) {
        return of(
                event.board(),
                event.occurredAt(),
                event.rows().stream()
                        .map(row -> new Row(row.key(), row.figures(), null, row.covers()))
                        .toList());
    }

    public static Board of(BoardPublished event) {
        return of(
                event.board(),
                event.occurredAt(),
                event.rows().stream()
                        .map(row -> new Row(row.key(), row.figures(), orNull(row.hidden()), null))
                        .toList());
    }

    private static @Nullable List<String> orNull(List<String> hidden) {
        return hidden.isEmpty() ? null : hidden;
    }

    private static Board of(BoardKey key, @Nullable Instant asOf, List<Row> rows) {
        return new Board(
                key.campaignId(), key.activityId(), key.dimension(), key.place(), key.part(), asOf, null, rows);
    }

    BoardKey key() {
        return new BoardKey(campaignId, activityId, dimension, place, part);
    }

    Board frozenSince(@Nullable Instant since) {
        return new Board(campaignId, activityId, dimension, place, part, asOf, since, rows);
    }

    /** This with some of its rows. */
    Board with(Predicate<Row> wanted) {
        return new Board(
                campaignId,
                activityId,
                dimension,
                place,
                part,
                asOf,
                frozenSince,
                rows.stream().filter(wanted).toList());
    }
}
