package org.shuxiang.campaign.region;

import org.jspecify.annotations.Nullable;

/**
 * A door of the home page.
 *
 * @param gridColumn from the west, from 0; null for one that has no tile
 * @param gridRow from the north, from 0
 * @param inhabitants by the census of 2020; null for one that the census does not tell apart
 */
record Province(
        String code,
        String name,
        String shortName,
        String englishName,
        String pinyin,
        @Nullable Integer gridColumn,
        @Nullable Integer gridRow,
        @Nullable Long inhabitants) {}
