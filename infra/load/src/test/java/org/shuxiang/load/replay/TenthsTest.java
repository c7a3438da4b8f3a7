package org.shuxiang.load.replay;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TenthsTest {

    private static final long SECOND = 1_000_000_000;
    private static final Offset<Double> ALMOST = within(1e-6);

    @Test
    void measuresEachTenthFromTheLastMomentOfRest() {
        var tenths = new Tenths(1000);
        tenths.reached(3 * SECOND, ofMillis(100), 0, 0);
        tenths.reached(5 * SECOND, ofMillis(200), 0, 0);
        tenths.reached(6 * SECOND, ofMillis(300), 100, 7);
        tenths.reached(10 * SECOND, ofMillis(1100), 500, 40);
        assertThat(tenths.isComplete()).isFalse();
        tenths.reached(12 * SECOND, ofMillis(1200), 1000, 3);

        assertThat(tenths.isComplete()).isTrue();
        assertThat(tenths.seconds()).isEqualTo(7, ALMOST);
        assertThat(tenths.perSecond(0)).isEqualTo(100, ALMOST);
        assertThat(tenths.perSecond(4)).isEqualTo(100, ALMOST);
        assertThat(tenths.seconds(5)).isEqualTo(0.4, ALMOST);
        assertThat(tenths.perSecond(9)).isEqualTo(250, ALMOST);
        assertThat(tenths.cpuMicros(0)).isEqualTo(1000, ALMOST);
        assertThat(tenths.cpuMicros(4)).isEqualTo(2000, ALMOST);
        assertThat(tenths.cpuMicros(9)).isEqualTo(200, ALMOST);
        assertThat(tenths.cpuMicros()).isEqualTo(1000, ALMOST);
        assertThat(tenths.waiting(0)).isEqualTo(7);
        assertThat(tenths.waiting(4)).isEqualTo(40);
        assertThat(tenths.waiting(9)).isEqualTo(3);
    }
}
