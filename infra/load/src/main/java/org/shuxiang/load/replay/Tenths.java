package org.shuxiang.load.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How fast each tenth of a run was, from how much was done by when; in between it is taken to go on evenly. */
final class Tenths {

    private static final int TENTHS = 10;

    private final long total;
    /** When each tenth began, and last the end: nanoseconds. */
    private final List<Double> marks = new ArrayList<>();

    /** The processor time that was used by then: nanoseconds. */
    private final List<Double> used = new ArrayList<>();

    /** What waited when each mark was passed. */
    private final List<Long> waited = new ArrayList<>();

    private long lastNanos;
    private long lastCpu;
    private long lastDone;

    Tenths(long total) {
        this.total = total;
    }

    /**
     * Tells where the run is; the clock starts with the last time at which nothing was done.
     *
     * @param nanos now, never less than before
     * @param cpu processor time used in all, never less than before
     * @param done in all, never less than before
     * @param waiting what was done, and is to be posted yet
     */
    void reached(long nanos, Duration cpu, long done, long waiting) {
        while (marks.size() <= TENTHS && done > 0 && done >= mark()) {
            double share = (double) (mark() - lastDone) / (done - lastDone);
            marks.add(lastNanos + share * (nanos - lastNanos));
            used.add(lastCpu + share * (cpu.toNanos() - lastCpu));
            waited.add(waiting);
        }
        lastNanos = nanos;
        lastCpu = cpu.toNanos();
        lastDone = done;
    }

    private long mark() {
        return total * marks.size() / TENTHS;
    }

    boolean isComplete() {
        return marks.size() > TENTHS;
    }

    /** Seconds that the n-th of them took, from 0. */
    double seconds(int tenth) {
        return (marks.get(tenth + 1) - marks.get(tenth)) / 1e9;
    }

    double perSecond(int tenth) {
        return total / (double) TENTHS / seconds(tenth);
    }

    /** Microseconds of processor time that each event of the n-th of them took. */
    double cpuMicros(int tenth) {
        return (used.get(tenth + 1) - used.get(tenth)) / 1e3 / (total / (double) TENTHS);
    }

    /** The same for each event of the whole run. */
    double cpuMicros() {
        return (used.getLast() - used.getFirst()) / 1e3 / total;
    }

    /** What waited when the n-th of them ended. */
    long waiting(int tenth) {
        return waited.get(tenth + 1);
    }

    /** Of the whole run. */
    double seconds() {
        return (marks.getLast() - marks.getFirst()) / 1e9;
    }
}
