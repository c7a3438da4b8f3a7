package org.shuxiang.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Goes like the clock below it, but may be set ahead. */
final class TurnableClock extends Clock {

    private final Clock below;
    private volatile Duration ahead = Duration.ZERO;

    TurnableClock(Clock below) {
        this.below = below;
    }

    void turn(Duration by) {
        ahead = by;
    }

    @Override
    public ZoneId getZone() {
        return below.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return below.withZone(zone);
    }

    @Override
    public Instant instant() {
        return below.instant().plus(ahead);
    }
}
