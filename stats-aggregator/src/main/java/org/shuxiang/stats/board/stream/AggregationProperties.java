package org.shuxiang.stats.board.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fresh boards are: within the sum of both and two commits.
 *
 * @param passOn between two of a partition's parts of the same cell
 * @param post between two of the same board, at least half a second
 */
@ConfigurationProperties("shuxiang.stats")
record AggregationProperties(
        @DefaultValue("150ms") Duration passOn,
        @DefaultValue("500ms") Duration post) {}
