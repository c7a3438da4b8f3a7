package org.shuxiang.load.eve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.load.eve.Rounds.Design.CONVENTIONAL;
import static org.shuxiang.load.eve.Rounds.Design.NETTY_ECHO;
import static org.shuxiang.load.eve.Rounds.Design.SHUXIANG;
import static org.shuxiang.load.eve.Rounds.Design.WEBFLUX_ECHO;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuxiang.load.eve.Rounds.Outcome;
import org.shuxiang.load.eve.Rounds.Result;

class RoundsTableTest {

    private final RoundsTable table = new RoundsTable(List.of(
            new Result(0, SHUXIANG, 1000, 0, 100, 100),
            new Result(1, NETTY_ECHO, 1000, 0, 0.5, 0),
            new Result(1, WEBFLUX_ECHO, 1000, 0, 1, 0),
            new Result(1, CONVENTIONAL, 1000, 0, 5, 0),
            new Result(1, SHUXIANG, 1000, 0, 2, 2.5),
            new Result(2, NETTY_ECHO, 1000, 0, 1, 0),
            new Result(2, WEBFLUX_ECHO, 1000, 0, 2, 0),
            new Result(2, CONVENTIONAL, 1000, 3, 10, 0),
            new Result(2, SHUXIANG, 1000, 0, 2.5, 2.5)));

    @Test
    void comparesWithinARound() {
        assertThat(table.ratios(WEBFLUX_ECHO)).containsExactly(0.5, 0.8);
        assertThat(table.ratios(CONVENTIONAL)).containsExactly(2.5, 4);
        assertThat(table.lines())
                .contains(
                        "CONVENTIONAL   200  100 … 150（失败 failed 3）",
                        "SHUXIANG / WEBFLUX_ECHO   0.50  0.80 … 0.65",
                        "榜单齐全 boards complete / 收卷 acceptance 1.25  1.00 … 1.13");
    }

    @Test
    void allowsNoMoreInTheBoardsThanWasSent() {
        var results = List.of(new Result(1, SHUXIANG, 1000, 2, 1, 1));
        assertThat(new Outcome(results, 1000, 1000).isExact()).isTrue();
        assertThat(new Outcome(results, 1000, 1002).isExact()).isTrue();
        assertThat(new Outcome(results, 1000, 1003).isExact()).isFalse();
        assertThat(new Outcome(results, 1000, 999).isExact()).isFalse();
    }

    @Test
    void takesTheMiddleOneOrBetweenTheTwo() {
        assertThat(RoundsTable.median(new double[] {9, 1, 5})).isEqualTo(5);
        assertThat(RoundsTable.median(new double[] {4, 1, 3, 9})).isEqualTo(3.5);
    }
}
