package org.shuxiang.stats.figure;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.shuxiang.contracts.stats.Figure;

/** A number for each {@link Figure}, 0 unless said. Never changes. */
public final class Figures {

    public static final Figures NONE = new Figures(zeros());

    private final long[] values;

    private Figures(long[] values) {
        this.values = values;
    }

    /** @param values a number for each, by ordinal; not to be changed any more */
    public static Figures of(long[] values) {
        return new Figures(values);
    }

    /** To be filled and given to {@link #of}. */
    public static long[] zeros() {
        return new long[Figure.values().length];
    }

    public long get(Figure figure) {
        return values[figure.ordinal()];
    }

    public Figures plus(Figures other) {
        long[] sum = values.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.values[i];
        }
        return new Figures(sum);
    }

    public boolean isNothing() {
        return equals(NONE);
    }

    /** By {@link Figure#key()}, without what is 0. */
    public Map<String, Long> byKey() {
        var map = new TreeMap<String, Long>();
        for (Figure figure : Figure.values()) {
            if (get(figure) != 0) {
                map.put(figure.key(), get(figure));
            }
        }
        return map;
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
