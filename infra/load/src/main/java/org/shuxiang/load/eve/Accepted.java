package org.shuxiang.load.eve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was accepted, by board ({@code whole}, {@code province} …), row and figure; and whether the boards say the same.
 *
 * <p>Everybody hands in one sheet. So where a row has as many attempts as were accepted and as many players, every
 * sheet is in it exactly once: one that is missing lacks a player, one that counts twice is an attempt too many.
 */
record Accepted(Map<String, Map<String, Map<String, Long>>> boards) {

    private static final String ALL = "all";

    Accepted() {
        this(new TreeMap<>());
    }

    synchronized void joined(String province, String library, String ageBand) {
        count("participants", province, library, ageBand);
    }

    synchronized void handedIn(String province, String library, String ageBand) {
        count("attempts", province, library, ageBand);
        count("players", province, library, ageBand);
    }

    private void count(String figure, String province, String library, String ageBand) {
        Map.of("whole", ALL, "province", province, "library", library, "age-band", ageBand)
                .forEach((board, row) -> boards.computeIfAbsent(board, name -> new TreeMap<>())
                        .computeIfAbsent(row, name -> new TreeMap<>())
                        .merge(figure, 1L, Long::sum));
    }

    long count(String figure) {
        return boards.getOrDefault("whole", Map.of())
                .getOrDefault(ALL, Map.of())
                .getOrDefault(figure, 0L);
    }

    /**
     * Where a board says something else.
     *
     * @param actual figures by row
     */
    List<String> differences(String board, Map<String, Map<String, Long>> actual) {
        Map<String, Map<String, Long>> expected = boards.getOrDefault(board, Map.of());
        var differences = new ArrayList<String>();
        var rows = new TreeSet<>(expected.keySet());
        rows.addAll(actual.keySet());
        for (String row : rows) {
            for (String figure : List.of("participants", "attempts", "players")) {
                long accepted = expected.getOrDefault(row, Map.of()).getOrDefault(figure, 0L);
                long counted = actual.getOrDefault(row, Map.of()).getOrDefault(figure, 0L);
                if (accepted != counted) {
                    differences.add(board + " " + row + " " + figure + ": " + accepted + " accepted, " + counted
                            + " in the board");
                }
            }
        }
        return differences;
    }
}
