package org.shuxiang.campaign.region;

import org.jspecify.annotations.Nullable;

/**
 * An administrative division.
 *
 * @param code six digits of GB/T 2260, or 660000 for 兵团
 * @param parent null for a province
 */
public record Region(
        String code,
        String name,
        RegionLevel level,
        @Nullable String parent) {}
