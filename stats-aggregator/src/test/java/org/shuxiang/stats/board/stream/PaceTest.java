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
        pace.hear(NOW, NOW - 40);
        assertThat(tell(NOW, 20)).isTrue();
        assertThat(tell(NOW + 199, 20)).isFalse();
        assertThat(tell(NOW + 200, 5)).isTrue();
        assertThat(tell(NOW + 249, 5)).isFalse();
        assertThat(tell(NOW + 250, 5)).isTrue();
        assertThat(told).isEqualTo(3);
    }

    @Test
    void waitsAsLongAsItIsBehind() {
        pace.hear(NOW, NOW - 3_000);
        assertThat(tell(NOW, 20)).isTrue();
        assertThat(tell(NOW + 2_999, 20)).isFalse();
        assertThat(tell(NOW + 3_000, 20)).isTrue();
        pace.hear(NOW + 3_200, NOW + 3_150);
        assertThat(tell(NOW + 3_200, 20)).as("it has caught up").isTrue();
    }

    @Test
    void waitsForTenSecondsAtTheMostHoweverFarItIsBehind() {
        pace.hear(NOW, NOW - 86_400_000);
        assertThat(tell(NOW, 1_500)).isTrue();
        assertThat(tell(NOW + 14_999, 20)).as("a tenth of the time").isFalse();
        assertThat(tell(NOW + 15_000, 20)).isTrue();
        assertThat(tell(NOW + 24_999, 20)).isFalse();
        assertThat(tell(NOW + 25_000, 20)).isTrue();
    }

    private boolean tell(long now, int takesMillis) {
        return pace.tell(now, () -> {
            nanos += TimeUnit.MILLISECONDS.toNanos(takesMillis);
            told++;
        });
    }
}
