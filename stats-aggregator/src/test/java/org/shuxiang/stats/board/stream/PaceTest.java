package org.shuxiang.stats.board.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long NOW = 1_800_000_000_000L;

    private long nanos;
    private int told;
    private final Pace pace = new Pace(() -> nanos);

    @Test
    void tellsForATenthOfTheTime() {
        pace.hear(NOW, NOW - 2_000);
        assertThat(tell(NOW, 20)).isTrue();
        assertThat(tell(NOW + 199, 20)).isFalse();
        assertThat(tell(NOW + 200, 5)).isTrue();
        assertThat(tell(NOW + 249, 5)).isFalse();
        assertThat(tell(NOW + 250, 5)).isTrue();
        assertThat(told).isEqualTo(3);
    }

    @Test
    void tellsSeldomWhileItIsBehind() {
        pace.hear(NOW, NOW - 2_001);
        assertThat(tell(NOW, 20)).isTrue();
        pace.hear(NOW + 9_000, NOW);
        assertThat(tell(NOW + 9_999, 1_500)).isFalse();
        assertThat(tell(NOW + 10_000, 1_500)).isTrue();
        pace.hear(NOW + 20_000, NOW);
        assertThat(tell(NOW + 20_000, 20)).as("a tenth of the time").isFalse();
        assertThat(tell(NOW + 25_000, 20)).isTrue();
    }

    @Test
    void isNotBehindOnceItHasCaughtUp() {
        pace.hear(NOW, NOW - 60_000);
        assertThat(tell(NOW, 20)).isTrue();
        pace.hear(NOW + 200, NOW - 800);
        assertThat(tell(NOW + 200, 20)).isTrue();
    }

    @Test
    void isNotBehindWhenItHearsNothingMore() {
        pace.hear(NOW, NOW - 60_000);
        pace.hear(NOW + 3_000, NOW - 57_000);
        assertThat(tell(NOW + 4_000, 20)).isTrue();
        assertThat(tell(NOW + 12_999, 20)).isFalse();
        assertThat(tell(NOW + 13_000, 20)).isTrue();
    }

    private boolean tell(long now, int takesMillis) {
        return pace.tell(now, () -> {
            nanos += TimeUnit.MILLISECONDS.toNanos(takesMillis);
            told++;
        });
    }
}
