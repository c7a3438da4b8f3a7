package org.shuxiang.contracts.stats;

/** What the rows of a board are. */
public enum Dimension {
    /** One row, {@value BoardKey#WHOLE}: the campaign or the activity itself. */
    WHOLE,
    /** Province-level units, by code. */
    PROVINCE,
    /** Cities of a province, by code. */
    CITY,
    /** Counties of a city, by code. */
    COUNTY,
    /** Libraries, by code. */
    LIBRARY,
    /** Age bands, by name. */
    AGE_BAND,
    /** Days in China, such as {@code 2027-02-05}. */
    DAY,
    /** Hours in China, such as {@code 2027-02-05T20}. */
    HOUR,
    /** Minutes in China of one hour, such as {@code 2027-02-05T20:05}. */
    MINUTE,
    /** People by their best score in percent: how many have it. */
    BEST_SCORE,
    /** People with one best score by the seconds that they took: how many took so long. */
    BEST_SECONDS,
    /** The first hundred people of an activity. */
    RANKING
}
