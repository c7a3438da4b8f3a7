package org.shuxiang.stats.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.contracts.stats.BoardEvent;
import org.shuxiang.contracts.stats.BoardEvent.BoardUpdated;
import org.shuxiang.contracts.stats.BoardEvent.Ranked;
import org.shuxiang.contracts.stats.BoardEvent.RankingUpdated;
import org.shuxiang.contracts.stats.BoardEvent.Row;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Coverage;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.contracts.stats.Figure;
import org.shuxiang.contracts.stats.PublicBoardEvent;
import org.shuxiang.contracts.stats.PublicBoardEvent.BoardPublished;
import org.shuxiang.contracts.stats.PublicBoardEvent.PublicRow;
import org.shuxiang.contracts.stats.PublicBoardEvent.RankingPublished;
import org.shuxiang.stats.board.Part.FiguresPart;
import org.shuxiang.stats.board.Part.RankingPart;
import org.shuxiang.stats.figure.Figures;
import org.shuxiang.stats.figure.Standing;

/** Puts the parts of a board together. The same parts in any order give the same board. */
public final class Boards {

    /** How many a ranking shows. */
    public static final int RANKING_SIZE = 100;

    private static final Comparator<Coverage> BY_SOURCE =
            Comparator.comparing(Coverage::topic).thenComparingInt(Coverage::partition);
    private static final List<Figure> ORDER_OF_PLACES = List.of(Figure.PARTICIPANTS, Figure.PLAYERS, Figure.VISITORS);

    private Boards() {}

    /** @param parts all of the board's, at least one */
    public static BoardEvent of(Collection<? extends Part> parts) {
        BoardKey key = parts.iterator().next().board();
        return key.dimension() == Dimension.RANKING
                ? ranking(key, parts.stream().map(RankingPart.class::cast).toList())
                : board(key, parts.stream().map(FiguresPart.class::cast).toList());
    }

    /** The board as everybody may see it: without what it covers, and without what tells of a few people. */
    public static PublicBoardEvent published(BoardEvent board) {
        return switch (board) {
            case BoardUpdated e -> {
                List<PublicRow> rows = SmallGroups.hide(e.board(), e.rows());
                yield published(id(e.board(), published("", e, rows)), e, rows);
            }
            case RankingUpdated e -> published(id(e.board(), published("", e)), e);
        };
    }

    private static PublicBoardEvent published(String id, BoardUpdated e, List<PublicRow> rows) {
        return new BoardPublished(id, e.occurredAt(), e.campaignId(), e.board(), rows);
    }

    private static PublicBoardEvent published(String id, RankingUpdated e) {
        return new RankingPublished(id, e.occurredAt(), e.campaignId(), e.board(), e.rows());
    }

    private static BoardEvent board(BoardKey key, List<FiguresPart> parts) {
        Instant latest = parts.stream()
                .map(FiguresPart::latest)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Row> rows = rows(key.dimension(), parts);
        return new BoardUpdated(
                id(key, new BoardUpdated("", latest, key.campaignId(), key, rows)),
                latest,
                key.campaignId(),
                key,
                rows);
    }

    /** Nobody in it: it is as old as time. */
    private static BoardEvent ranking(BoardKey key, List<RankingPart> parts) {
        List<Placed> best = parts.stream()
                .flatMap(part -> part.best().stream().map(standing -> new Placed(standing, part.partition())))
                .sorted(Comparator.comparing(Placed::standing))
                .limit(RANKING_SIZE)
                .toList();
        Instant latest = best.stream()
                .map(placed -> placed.standing().at())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<Ranked> rows = ranked(best.stream().map(Placed::standing).toList());
        List<Coverage> covers = coverage(best);
        return new RankingUpdated(
                id(key, new RankingUpdated("", latest, key.campaignId(), key, rows, covers)),
                latest,
                key.campaignId(),
                key,
                rows,
                covers);
    }

    private record Placed(Standing standing, int partition) {}

    /** The same for the same board. */
    private static String id(BoardKey key, Event board) {
        return key.text() + "@" + UUID.nameUUIDFromBytes(EventJson.write(board));
    }

    private static List<Row> rows(Dimension dimension, List<FiguresPart> parts) {
        Map<String, List<FiguresPart>> byRow =
                parts.stream().collect(Collectors.groupingBy(FiguresPart::row, TreeMap::new, Collectors.toList()));
        var figures = new TreeMap<String, Figures>();
        byRow.forEach((row, ofRow) ->
                figures.put(row, ofRow.stream().map(FiguresPart::figures).reduce(Figures.NONE, Figures::plus)));
        return figures.entrySet().stream()
                .filter(row -> !row.getValue().isNothing())
                .sorted(order(dimension))
                .map(row -> new Row(
                        row.getKey(), row.getValue().byKey(), covers(byRow.getOrDefault(row.getKey(), List.of()))))
                .toList();
    }

    private static Comparator<Map.Entry<String, Figures>> order(Dimension dimension) {
        return switch (dimension) {
            case WHOLE, DAY, HOUR, MINUTE, RANKING -> Map.Entry.comparingByKey();
            case BEST_SCORE -> Comparator.comparingInt(row -> -Integer.parseInt(row.getKey()));
            case BEST_SECONDS -> Comparator.comparingLong(row -> Long.parseLong(row.getKey()));
            case AGE_BAND -> Comparator.comparing(row -> AgeBand.valueOf(row.getKey()));
            case PROVINCE, CITY, COUNTY, LIBRARY -> mostFirst();
        };
    }

    private static Comparator<Map.Entry<String, Figures>> mostFirst() {
        Comparator<Map.Entry<String, Figures>> order = (a, b) -> 0;
        for (Figure figure : ORDER_OF_PLACES) {
            order = order.thenComparingLong(row -> -row.getValue().get(figure));
        }
        return order.thenComparing(Map.Entry.comparingByKey());
    }

    private static List<Ranked> ranked(List<Standing> best) {
        var rows = new ArrayList<Ranked>();
        int rank = 0;
        for (int i = 0; i < best.size(); i++) {
            Standing standing = best.get(i);
            if (i == 0 || !standing.equalsInRank(best.get(i - 1))) {
                rank = i + 1;
            }
            rows.add(new Ranked(
                    rank,
                    standing.who().id(),
                    standing.who().province(),
                    standing.who().library(),
                    standing.who().ageBand(),
                    standing.score(),
                    standing.maxScore(),
                    standing.seconds(),
                    standing.at()));
        }
        return rows;
    }

    /** The records that say where the best stand. */
    private static List<Coverage> coverage(List<Placed> best) {
        var offsets = new TreeMap<Integer, LongSummaryStatistics>();
        best.forEach(placed -> offsets.computeIfAbsent(placed.partition(), none -> new LongSummaryStatistics())
                .accept(placed.standing().offset()));
        return offsets.entrySet().stream()
                .map(entry -> new Coverage(
                        QuizTopics.ATTEMPTS.name(),
                        entry.getKey(),
                        entry.getValue().getMin(),
                        entry.getValue().getMax(),
                        entry.getValue().getCount()))
                .toList();
    }

    private static List<Coverage> covers(List<FiguresPart> parts) {
        return parts.stream()
                .flatMap(part -> part.covers().stream())
                .sorted(BY_SOURCE)
                .toList();
    }
}
