package org.shuxiang.campaign.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.AgeBand;

/**
 * The first of an activity as they are shown.
 *
 * @param rows the best first, a hundred at the most
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ranking(
        String campaignId,
        String activityId,
        @Nullable Instant asOf,
        @Nullable Instant frozenSince,
        List<Row> rows) {

    public Ranking {
        rows = List.copyOf(rows);
    }

    /**
     * A participant.
     *
     * @param rank the same for those with the same score and time
     * @param name as they chose it, or null where it is not to be shown
     * @param percent of the points that there were
     * @param mine true for whoever asks, else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            int rank,
            @Nullable String name,
            String province,
            @Nullable String library,
            AgeBand ageBand,
            int percent,
            int score,
            int maxScore,
            long seconds,
            @Nullable Boolean mine) {}

    /**
     * Where somebody stands.
     *
     * @param rank 1 for the best
     * @param of how many people there are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rank(long rank, long of, @Nullable Instant frozenSince) {}
}
