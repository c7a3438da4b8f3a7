package org.shuxiang.stats.board.stream;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Says when changes are told on: so often that boards are fresh, and so seldom that telling takes no more than a tenth of
 * the time, and with the commit that follows no more than about a fifth. Under load changes of a cell then become one,
 * and the work for an event less.
 */
final class Pace {

    private static final int OTHER_WORK = 9;

    private final LongSupplier nanoTime;
    private long notBefore;

    /** @param nanoTime as {@link System#nanoTime} */
    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Does it, unless it was done too recently; false for that. */
    boolean tell(long nowMillis, Runnable telling) {
        if (nowMillis < notBefore) {
            return false;
        }
        long began = nanoTime.getAsLong();
        telling.run();
        notBefore = nowMillis + (1 + OTHER_WORK) * TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - began);
        return true;
    }
}
