package org.shuxiang.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who acted, without personal data: every event of a person carries it, so that no consumer needs a join.
 *
 * @param id opaque and time-ordered (UUIDv7)
 * @param province GB/T 2260 code of the province-level unit, or 660000 for 兵团
 * @param city code of the city, when given
 * @param county code of the county, when given
 * @param library code of the library, when given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Participant(
        String id,
        String province,
        @Nullable String city,
        @Nullable String county,
        @Nullable String library,
        AgeBand ageBand) {}
