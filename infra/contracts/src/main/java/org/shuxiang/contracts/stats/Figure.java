package org.shuxiang.contracts.stats;

import java.util.Locale;

/**
 * What is counted. Every figure is a sum over persons, so the figures of two disjoint groups add up.
 *
 * <p>A new kind of figure is a new constant here and the place in stats-aggregator that counts it.
 */
public enum Figure {
    /** Pages that were opened. */
    VISITS,
    /** Devices that opened a page: each once. */
    VISITORS,
    /** People who joined and have not been erased. */
    PARTICIPANTS,
    /** Attempts that count. */
    ATTEMPTS,
    /** People with at least one attempt: each once. */
    PLAYERS,
    /** The attempts' scores in percent, added up: divided by {@link #ATTEMPTS} the mean. */
    POINTS,
    /** Attempts with 0 to 9 percent. */
    SCORES_0,
    SCORES_10,
    SCORES_20,
    SCORES_30,
    SCORES_40,
    SCORES_50,
    SCORES_60,
    SCORES_70,
    SCORES_80,
    SCORES_90,
    /** Attempts with everything right. */
    SCORES_100;

    private static final int STEP = 10;

    private final String key = name().toLowerCase(Locale.ROOT).replace("_", "");

    /** As it stands in the JSON of a board, such as {@code visits} or {@code scores90}. */
    public String key() {
        return key;
    }

    /** @param percent from 0 to 100 */
    public static Figure ofScore(int percent) {
        return values()[SCORES_0.ordinal() + percent / STEP];
    }
}
