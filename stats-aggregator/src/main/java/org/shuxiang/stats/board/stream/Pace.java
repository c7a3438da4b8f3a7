package org.shuxiang.stats.board.stream;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Says when changes are told on: so often that boards are fresh, and so seldom that a task's telling takes no more than a
 * tenth of the time. Telling makes work for those who hear of it, who share thread and fetches with the counting: a task
 * that is behind by some time waits as long, up to ten seconds, since its boards are not fresh anyway. Changes of a cell
 * then become one.
 */
final class Pace {

    private static final int LARGEST_SHARE = 10;
    private static final long LONGEST_MILLIS = 10_000;

    private final LongSupplier nanoTime;
    private long toldAt;
    private long pause;
    private long lag;

    /** @param nanoTime as {@link System#nanoTime} */
    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * A record has come.
     *
     * @param timestamp of the record, in milliseconds as well
     */
    void hear(long nowMillis, long timestamp) {
        lag = nowMillis - timestamp;
    }

    /** Does it, unless it was done too recently; false for that. */
    boolean tell(long nowMillis, Runnable telling) {
        if (nowMillis < toldAt + Math.max(pause, Math.min(lag, LONGEST_MILLIS))) {
            return false;
        }
        long began = nanoTime.getAsLong();
        telling.run();
        toldAt = nowMillis;
        pause = TimeUnit.NANOSECONDS.toMillis(LARGEST_SHARE * (nanoTime.getAsLong() - began));
        return true;
    }
}
