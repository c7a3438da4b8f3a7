package org.shuxiang.campaign.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockoutTest {

    private static final Instant NOW = Instant.parse("2026-02-16T16:00:00Z");

    @Test
    void locksAfterFiveFailuresForAQuarterOfAnHour() {
        Lockout lockout = Lockout.NONE;
        for (int i = 0; i < 5; i++) {
            lockout = lockout.attempt(NOW);
            assertThat(lockout.isLocked(NOW)).isFalse();
            lockout = lockout.failed(NOW);
        }
        assertThat(lockout.isLocked(NOW)).isTrue();
        assertThat(lockout.secondsLeft(NOW.plusSeconds(60))).isEqualTo(14 * 60);
        assertThat(lockout.attempt(NOW.plusSeconds(899)).isLocked(NOW.plusSeconds(899)))
                .isTrue();
        Lockout later = lockout.attempt(NOW.plusSeconds(900));
        assertThat(later).isEqualTo(new Lockout(1, null));
    }

    @Test
    void isNotPassedByAttemptsInParallel() {
        Lockout lockout = Lockout.NONE;
        for (int i = 0; i < 5; i++) {
            lockout = lockout.attempt(NOW);
        }
        assertThat(lockout.attempt(NOW).isLocked(NOW)).isTrue();
    }
}
