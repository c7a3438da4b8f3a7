package org.shuxiang.contracts.quiz;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How many attempts of a participant count.
 *
 * @param perDay on one day (Asia/Shanghai)
 * @param inAll in the whole activity, or null for no limit but the daily one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptLimits(int perDay, @Nullable Integer inAll) {}
