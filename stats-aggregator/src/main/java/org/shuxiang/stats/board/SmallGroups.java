package org.shuxiang.stats.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shuxiang.contracts.stats.BoardEvent.Row;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.contracts.stats.Figure;
import org.shuxiang.contracts.stats.Figure.Group;
import org.shuxiang.contracts.stats.PublicBoardEvent.PublicRow;

/**
 * What is hidden so that figures tell nothing of a few people: below province level, what is counted of a group of fewer
 * than {@value #FEWEST}. Where that leaves what the others do not add up to, the next smallest are hidden as well, until
 * it is a sum of at least two rows and {@value #FEWEST} people (secondary suppression: A. Hundepool et al., Statistical
 * Disclosure Control, Wiley 2012, chapter 4). That is done within a board; two boards are not held against each other.
 */
final class SmallGroups {

    static final int FEWEST = 10;

    private static final int FEWEST_ROWS = 2;
    private static final Set<Dimension> SMALL_PLACES = Set.of(Dimension.CITY, Dimension.COUNTY, Dimension.LIBRARY);

    private SmallGroups() {}

    /**
     * The rows as everybody may see them: those with nothing hidden in their order, then the others by key, and for
     * places the sum of what is hidden, where that is of enough people.
     */
    static List<PublicRow> hide(BoardKey board, List<Row> rows) {
        Map<Group, Set<String>> hidden = new EnumMap<>(Group.class);
        if (isBelowProvinces(board)) {
            for (Group group : Group.values()) {
                hidden.put(group, hiddenOf(group, rows));
            }
        }
        var shown = new ArrayList<PublicRow>();
        var others = new TreeMap<String, PublicRow>();
        for (Row row : rows) {
            PublicRow published = publish(row, hidden);
            if (published.hidden().isEmpty()) {
                shown.add(published);
            } else {
                others.put(row.key(), published);
            }
        }
        shown.addAll(others.values());
        if (SMALL_PLACES.contains(board.dimension())) {
            Map<String, Long> sum = sum(rows, hidden);
            if (!sum.isEmpty()) {
                shown.add(new PublicRow(PublicRow.OTHERS, sum, List.of()));
            }
        }
        return shown;
    }

    private static boolean isBelowProvinces(BoardKey board) {
        return board.place() != null || SMALL_PLACES.contains(board.dimension());
    }

    private static Set<String> hiddenOf(Group group, Collection<Row> rows) {
        List<Row> smallestFirst = rows.stream()
                .filter(row -> says(row, group))
                .sorted(Comparator.<Row>comparingLong(row -> people(row, group)).thenComparing(Row::key))
                .toList();
        var hidden = new HashSet<String>();
        long people = 0;
        for (Row row : smallestFirst) {
            boolean isSmall = people(row, group) < FEWEST;
            boolean tells = !hidden.isEmpty() && (hidden.size() < FEWEST_ROWS || people < FEWEST);
            if (isSmall || tells) {
                hidden.add(row.key());
                people += people(row, group);
            }
        }
        return hidden;
    }

    private static PublicRow publish(Row row, Map<Group, Set<String>> hidden) {
        var figures = new TreeMap<>(row.figures());
        var groups = new ArrayList<String>();
        hidden.forEach((group, rows) -> {
            if (rows.contains(row.key())) {
                group.figures().forEach(figure -> figures.remove(figure.key()));
                groups.add(group.key());
            }
        });
        return new PublicRow(row.key(), figures, groups);
    }

    private static Map<String, Long> sum(Collection<Row> rows, Map<Group, Set<String>> hidden) {
        var sum = new TreeMap<String, Long>();
        hidden.forEach((group, keys) -> {
            List<Row> those =
                    rows.stream().filter(row -> keys.contains(row.key())).toList();
            long people = those.stream().mapToLong(row -> people(row, group)).sum();
            if (those.size() >= FEWEST_ROWS && people >= FEWEST) {
                for (Figure figure : group.figures()) {
                    those.forEach(row -> {
                        long count = row.figures().getOrDefault(figure.key(), 0L);
                        if (count != 0) {
                            sum.merge(figure.key(), count, Long::sum);
                        }
                    });
                }
            }
        });
        return sum;
    }

    private static boolean says(Row row, Group group) {
        return group.figures().stream().anyMatch(figure -> row.figures().containsKey(figure.key()));
    }

    private static long people(Row row, Group group) {
        return row.figures().getOrDefault(group.people().key(), 0L);
    }
}
