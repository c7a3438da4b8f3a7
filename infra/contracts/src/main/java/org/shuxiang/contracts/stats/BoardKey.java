package org.shuxiang.contracts.stats;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which board.
 *
 * @param activityId null for the campaign as a whole
 * @param place the code of the province, city or library that it is confined to, or null
 * @param part what else it is confined to: the hour of a {@link Dimension#MINUTE} board, the score of a
 *     {@link Dimension#BEST_SECONDS} board; or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BoardKey(
        String campaignId,
        @Nullable String activityId,
        Dimension dimension,
        @Nullable String place,
        @Nullable String part) {

    /** The only row of a {@link Dimension#WHOLE} board. */
    public static final String WHOLE = "all";

    private static final String SEPARATOR = "/";
    private static final String NONE = "-";

    /** The key of the topic: the parts in their order, a hyphen for what is null. */
    public String text() {
        return String.join(SEPARATOR, campaignId, orNone(activityId), dimension.name(), orNone(place), orNone(part));
    }

    /**
     * The board that a key of the topic names.
     *
     * @throws IllegalArgumentException when it names none
     */
    public static BoardKey parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("not the key of a board: " + text);
        }
        return new BoardKey(
                parts[0], orNull(parts[1]), Dimension.valueOf(parts[2]), orNull(parts[3]), orNull(parts[4]));
    }

    private static @Nullable String orNull(String value) {
        return value.equals(NONE) ? null : value;
    }

    private static String orNone(@Nullable String value) {
        return value == null ? NONE : value;
    }
}
