package org.shuxiang.contracts.stats;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is counted. Every figure is a sum over persons, so the figures of two disjoint groups add up.
 *
 * <p>A new kind of figure is a new constant here and the place in stats-aggregator that counts it.
 */
public enum Figure {
    /** Pages that were opened. */
    VISITS(Group.VISITORS),
    /** Devices that opened a page: each once. */
    VISITORS(Group.VISITORS),
    /** Devices that opened the page of a quiz: each once. */
    QUIZ_VISITORS(Group.VISITORS),
    /** People who joined and have not been erased. */
    PARTICIPANTS(Group.PARTICIPANTS),
    /** Attempts that count. */
    ATTEMPTS(Group.PLAYERS),
    /** People with at least one attempt: each once. */
    PLAYERS(Group.PLAYERS),
    /** The attempts' scores in percent, added up: divided by {@link #ATTEMPTS} the mean. */
    POINTS(Group.PLAYERS),
    /** Attempts with 0 to 9 percent. */
    SCORES_0(Group.PLAYERS),
    SCORES_10(Group.PLAYERS),
    SCORES_20(Group.PLAYERS),
    SCORES_30(Group.PLAYERS),
    SCORES_40(Group.PLAYERS),
    SCORES_50(Group.PLAYERS),
    SCORES_60(Group.PLAYERS),
    SCORES_70(Group.PLAYERS),
    SCORES_80(Group.PLAYERS),
    SCORES_90(Group.PLAYERS),
    /** Attempts with everything right. */
    SCORES_100(Group.PLAYERS);

    private static final int STEP = 10;

    private final String key = name().toLowerCase(Locale.ROOT).replace("_", "");
    private final Group group;

    Figure(Group group) {
        this.group = group;
    }

    /** Whom figures are about: what is said of a group of people is shown or hidden together. */
    public enum Group {
        VISITORS,
        PARTICIPANTS,
        PLAYERS;

        private final String key = name().toLowerCase(Locale.ROOT);

        /** As it stands in JSON, such as {@code visitors}. */
        public String key() {
            return key;
        }

        /** How many people, or devices, they are. */
        public Figure people() {
            return Figure.valueOf(name());
        }

        /** What is counted of them. */
        public List<Figure> figures() {
            return Stream.of(Figure.values())
                    .filter(figure -> figure.group == this)
                    .toList();
        }
    }

    /** As it stands in the JSON of a board, such as {@code visits} or {@code scores90}. */
    public String key() {
        return key;
    }

    public Group group() {
        return group;
    }

    /** @param percent from 0 to 100 */
    public static Figure ofScore(int percent) {
        return values()[SCORES_0.ordinal() + percent / STEP];
    }
}
