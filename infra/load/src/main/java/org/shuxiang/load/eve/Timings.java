package org.shuxiang.load.eve;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** How long each step took, and how often it had to be tried again or failed. */
final class Timings {

    private static final int DIGITS = 3;
    private static final double MICROS_IN_A_MILLI = 1000;

    private final Map<String, ConcurrentHistogram> micros = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> retries = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();

    /**
     * A step in short.
     *
     * @param retries answers 503 after which it was sent again
     * @param p50 and the others: milliseconds from the first try to what was wanted
     */
    record Step(
            String name, long count, long retries, long errors, double p50, double p99, double p999, double longest) {}

    void took(String step, long nanos) {
        micros.computeIfAbsent(step, name -> {
                    var histogram = new ConcurrentHistogram(DIGITS);
                    histogram.setAutoResize(true);
                    return histogram;
                })
                .recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    void retried(String step) {
        retries.computeIfAbsent(step, name -> new LongAdder()).increment();
    }

    void failed(String step) {
        errors.computeIfAbsent(step, name -> new LongAdder()).increment();
    }

    /** @param names in the order wanted */
    List<Step> steps(List<String> names) {
        return names.stream().map(this::step).toList();
    }

    private Step step(String name) {
        var histogram = micros.getOrDefault(name, new ConcurrentHistogram(DIGITS));
        return new Step(
                name,
                histogram.getTotalCount(),
                retries.getOrDefault(name, new LongAdder()).sum(),
                errors.getOrDefault(name, new LongAdder()).sum(),
                histogram.getValueAtPercentile(50) / MICROS_IN_A_MILLI,
                histogram.getValueAtPercentile(99) / MICROS_IN_A_MILLI,
                histogram.getValueAtPercentile(99.9) / MICROS_IN_A_MILLI,
                histogram.getMaxValue() / MICROS_IN_A_MILLI);
    }
}
