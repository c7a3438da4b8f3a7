package org.shuxiang.campaign.staff;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a password from being guessed: after five failures the account is locked for a quarter of an hour. An attempt is
 * counted before its password is looked at, so that attempts in parallel are no way around it.
 *
 * @param attempts since the last success
 * @param lockedUntil null when it is not locked
 */
public record Lockout(int attempts, @Nullable Instant lockedUntil) {

    public static final Lockout NONE = new Lockout(0, null);

    static final int MOST_ATTEMPTS = 5;
    static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    /** What an attempt at that moment makes of it; locked when the attempt is refused. */
    public Lockout attempt(Instant now) {
        if (lockedUntil != null) {
            return isLocked(now) ? this : new Lockout(1, null);
        }
        return attempts >= MOST_ATTEMPTS
                ? new Lockout(attempts, now.plus(LOCKED_FOR))
                : new Lockout(attempts + 1, null);
    }

    /** After the password of the last attempt turned out wrong. */
    public Lockout failed(Instant now) {
        return attempts >= MOST_ATTEMPTS && lockedUntil == null ? new Lockout(attempts, now.plus(LOCKED_FOR)) : this;
    }

    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** How long it stays locked, in whole seconds, at least one. */
    public long secondsLeft(Instant now) {
        return lockedUntil == null
                ? 0
                : Math.max(1, Duration.between(now, lockedUntil).toSeconds());
    }
}
