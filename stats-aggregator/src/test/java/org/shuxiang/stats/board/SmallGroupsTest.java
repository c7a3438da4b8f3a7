package org.shuxiang.stats.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.stats.BoardEvent.Row;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.contracts.stats.PublicBoardEvent.PublicRow;

class SmallGroupsTest {

    private static final BoardKey CITIES = new BoardKey("chunjie-2027", null, Dimension.CITY, "440000", null);
    private static final BoardKey PROVINCES = new BoardKey("chunjie-2027", null, Dimension.PROVINCE, null, null);

    @Test
    void hidesOnlyWhatIsSaidOfTheFew() {
        List<Row> rows = List.of(
                row(
                        "440100",
                        Map.of("participants", 30L, "players", 25L, "attempts", 40L, "visits", 50L, "visitors", 45L)),
                row("440200", Map.of("participants", 20L, "players", 4L, "attempts", 6L, "scores90", 6L)),
                row("440300", Map.of("participants", 15L, "players", 9L, "attempts", 9L)));

        assertThat(SmallGroups.hide(CITIES, rows))
                .containsExactly(
                        new PublicRow(
                                "440100",
                                Map.of(
                                        "participants",
                                        30L,
                                        "players",
                                        25L,
                                        "attempts",
                                        40L,
                                        "visits",
                                        50L,
                                        "visitors",
                                        45L),
                                List.of()),
                        new PublicRow("440200", Map.of("participants", 20L), List.of("players")),
                        new PublicRow("440300", Map.of("participants", 15L), List.of("players")),
                        new PublicRow(
                                PublicRow.OTHERS, Map.of("players", 13L, "attempts", 15L, "scores90", 6L), List.of()));
    }

    @Test
    void leavesProvincesAlone() {
        List<Row> rows = List.of(row("710000", Map.of("participants", 3L)));

        assertThat(SmallGroups.hide(PROVINCES, rows))
                .containsExactly(new PublicRow("710000", Map.of("participants", 3L), List.of()));
    }

    @Test
    void hidesTheAgesAndHoursOfAProvince() {
        List<Row> rows = List.of(row("FROM_60", Map.of("participants", 3L)));

        for (Dimension dimension : List.of(Dimension.AGE_BAND, Dimension.HOUR, Dimension.DAY)) {
            assertThat(SmallGroups.hide(new BoardKey("chunjie-2027", null, dimension, "710000", null), rows))
                    .containsExactly(new PublicRow("FROM_60", Map.of(), List.of("participants")));
        }
    }

    /** Whoever knows the sum of all rows learns nothing of fewer than ten people, nor of a single row. */
    @Property(tries = 500)
    void leavesNothingToSubtract(@ForAll("counts") List<Long> counts) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            rows.add(row("44%02d00".formatted(i), Map.of("participants", counts.get(i))));
        }

        List<PublicRow> shown = SmallGroups.hide(CITIES, rows);

        long sum = counts.stream().mapToLong(Long::longValue).sum();
        List<Long> seen = shown.stream()
                .filter(row -> !row.key().equals(PublicRow.OTHERS))
                .flatMap(row -> row.figures().values().stream())
                .toList();
        long difference = sum - seen.stream().mapToLong(Long::longValue).sum();
        int hidden = counts.size() - seen.size();
        assertThat(seen).allMatch(count -> count >= 10);
        if (!seen.isEmpty() && hidden > 0) {
            assertThat(hidden).isGreaterThanOrEqualTo(2);
            assertThat(difference).isGreaterThanOrEqualTo(10);
        }
        List<Long> others = shown.stream()
                .filter(row -> row.key().equals(PublicRow.OTHERS))
                .map(row -> row.figures().get("participants"))
                .toList();
        assertThat(others).isEqualTo(hidden >= 2 && difference >= 10 ? List.of(difference) : List.of());
    }

    @Provide
    Arbitrary<List<Long>> counts() {
        return Arbitraries.longs().between(1, 40).list().ofMinSize(1).ofMaxSize(8);
    }

    private static Row row(String key, Map<String, Long> figures) {
        return new Row(key, figures, List.of());
    }
}
