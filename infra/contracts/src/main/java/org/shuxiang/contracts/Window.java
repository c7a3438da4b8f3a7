package org.shuxiang.contracts;

import java.time.Instant;

/**
 * A span of time: open from {@code opensAt} (included) until {@code closesAt} (excluded).
 */
public record Window(Instant opensAt, Instant closesAt) {

    public boolean contains(Instant moment) {
        return !moment.isBefore(opensAt) && moment.isBefore(closesAt);
    }
}
