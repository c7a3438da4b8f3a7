package org.shuxiang.load.eve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimingsTest {

    @Test
    void tellsPercentilesInMillisecondsAndCountsWhatWentWrong() {
        var timings = new Timings();
        for (int millis = 1; millis <= 1000; millis++) {
            timings.took("sheet", TimeUnit.MILLISECONDS.toNanos(millis));
        }
        timings.retried("sheet");
        timings.failed("paper");

        Timings.Step sheet = timings.steps(List.of("sheet", "paper")).getFirst();
        assertThat(sheet.count()).isEqualTo(1000);
        assertThat(sheet.retries()).isEqualTo(1);
        assertThat(sheet.p50()).isEqualTo(500, within(1.0));
        assertThat(sheet.p99()).isEqualTo(990, within(1.0));
        assertThat(sheet.p999()).isEqualTo(999, within(1.0));
        assertThat(sheet.longest()).isEqualTo(1000, within(1.0));
        assertThat(timings.steps(List.of("paper")).getFirst())
                .isEqualTo(new Timings.Step("paper", 0, 0, 1, 0, 0, 0, 0));
    }
}
