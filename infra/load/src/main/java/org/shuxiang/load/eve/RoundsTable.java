package org.shuxiang.load.eve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.shuxiang.load.eve.Rounds.Design;
import org.shuxiang.load.eve.Rounds.Result;

/** The rounds in lines: each design's rates, and the ratios of this one, which are taken within a round. Round 0 warms up and is left out. */
final class RoundsTable {

    private final List<Result> results;

    RoundsTable(List<Result> results) {
        this.results = results.stream().filter(result -> result.round() > 0).toList();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "%-14s %s", "sheets/s", "各轮 in each round … 中位 median"));
        for (Design design : Design.values()) {
            double[] rates = perRound(design, Result::perSecond);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-14s %s … %.0f（失败 failed %d）",
                    design,
                    spread(rates, "%.0f"),
                    median(rates),
                    of(design).stream().mapToInt(Result::failed).sum()));
        }
        for (Design other : List.of(Design.NETTY_ECHO, Design.WEBFLUX_ECHO, Design.CONVENTIONAL)) {
            double[] ratios = ratios(other);
            lines.add(String.format(
                    Locale.ROOT, "SHUXIANG / %-14s %s … %.2f", other, spread(ratios, "%.2f"), median(ratios)));
        }
        double[] boards = perRound(Design.SHUXIANG, result -> result.boardsSeconds() / result.seconds());
        if (median(boards) > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "榜单齐全 boards complete / 收卷 acceptance %s … %.2f",
                    spread(boards, "%.2f"),
                    median(boards)));
        }
        return lines;
    }

    /** This design's rate by the other's, round by round. */
    double[] ratios(Design other) {
        double[] ours = perRound(Design.SHUXIANG, Result::perSecond);
        double[] theirs = perRound(other, Result::perSecond);
        double[] ratios = new double[ours.length];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = ours[round] / theirs[round];
        }
        return ratios;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private List<Result> of(Design design) {
        return results.stream().filter(result -> result.design() == design).toList();
    }

    private double[] perRound(Design design, ToDoubleFunction<Result> figure) {
        return of(design).stream().mapToDouble(figure).toArray();
    }

    private static String spread(double[] values, String format) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, format, value))
                .reduce((a, b) -> a + "  " + b)
                .orElse("");
    }
}
