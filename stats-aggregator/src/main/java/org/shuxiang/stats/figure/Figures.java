package org.shuxiang.stats.figure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.shuxiang.contracts.stats.Figure;

/** A number for each {@link Figure}, 0 unless said. Never changes. */
public final class Figures {

    public static final Figures NONE = new Figures(new long[Figure.values().length]);

    private final long[] values;

    private Figures(long[] values) {
        this.values = values;
    }

    /** @param figures by {@link Figure#key()}; what this build does not know is passed over */
    @JsonCreator
    public static Figures of(Map<String, Long> figures) {
        long[] values = new long[Figure.values().length];
        for (Figure figure : Figure.values()) {
            values[figure.ordinal()] = figures.getOrDefault(figure.key(), 0L);
        }
        return new Figures(values);
    }

    public long get(Figure figure) {
        return values[figure.ordinal()];
    }

    public Figures plus(Figure figure, long count) {
        long[] sum = values.clone();
        sum[figure.ordinal()] += count;
        return new Figures(sum);
    }

    public Figures plus(Figures other) {
        return combined(other, 1);
    }

    public Figures minus(Figures other) {
        return combined(other, -1);
    }

    public boolean isNothing() {
        return equals(NONE);
    }

    /** By {@link Figure#key()}, without what is 0. */
    @JsonValue
    public Map<String, Long> byKey() {
        var map = new TreeMap<String, Long>();
        for (Figure figure : Figure.values()) {
            if (get(figure) != 0) {
                map.put(figure.key(), get(figure));
            }
        }
        return map;
    }

    private Figures combined(Figures other, int sign) {
        long[] sum = values.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * other.values[i];
        }
        return new Figures(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Figures figures && Arrays.equals(values, figures.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return byKey().toString();
    }
}
