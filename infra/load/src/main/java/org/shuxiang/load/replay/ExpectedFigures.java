package org.shuxiang.load.replay;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptGraded;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;

/**
 * What boards have to say, counted from the events as plainly as can be, by nothing that the aggregation is made of: the
 * whole, by province, city, library, age band, day and hour, of the campaign and of its activity.
 */
public final class ExpectedFigures {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Figures by row by board. */
    private final Map<String, Map<String, Map<String, Long>>> boards = new HashMap<>();

    private record Line(String board, String row) {}

    /** @param events all of one person, so that people count once */
    public void add(List<? extends Event> events) {
        Set<Line> visited = new HashSet<>();
        Set<Line> played = new HashSet<>();
        for (Event event : events) {
            switch (event) {
                case PageVisited visit -> {
                    for (Line line : lines(visit, null, visit.participant())) {
                        count(line, "visits", 1);
                        count(line, "visitors", visited.add(line) ? 1 : 0);
                    }
                }
                case ParticipantJoined join ->
                    lines(join, null, join.participant()).forEach(line -> count(line, "participants", 1));
                case AttemptGraded attempt -> {
                    int percent = 100 * attempt.score() / attempt.maxScore();
                    List<Line> lines = lines(attempt, null, attempt.participant());
                    lines.addAll(lines(attempt, attempt.activityId(), attempt.participant()));
                    for (Line line : lines) {
                        count(line, "attempts", 1);
                        count(line, "points", percent);
                        count(line, "scores" + percent / 10 * 10, 1);
                        count(line, "players", played.add(line) ? 1 : 0);
                    }
                }
                default -> throw new IllegalArgumentException("not counted here: " + event);
            }
        }
    }

    private static List<Line> lines(Event event, @Nullable String activity, @Nullable Participant who) {
        String campaign = String.valueOf(event.campaignId());
        LocalDateTime time = LocalDateTime.ofInstant(event.occurredAt(), CHINA);
        var lines = new ArrayList<Line>();
        lines.add(line(campaign, activity, Dimension.WHOLE, null, BoardKey.WHOLE));
        lines.add(
                line(campaign, activity, Dimension.DAY, null, time.toLocalDate().toString()));
        lines.add(line(
                campaign,
                activity,
                Dimension.HOUR,
                null,
                time.truncatedTo(ChronoUnit.HOURS).toString().substring(0, 13)));
        if (who != null) {
            lines.add(line(campaign, activity, Dimension.PROVINCE, null, who.province()));
            lines.add(line(
                    campaign, activity, Dimension.AGE_BAND, null, who.ageBand().name()));
            if (who.city() != null) {
                lines.add(line(campaign, activity, Dimension.CITY, who.province(), who.city()));
            }
            if (who.library() != null) {
                lines.add(line(campaign, activity, Dimension.LIBRARY, null, who.library()));
            }
        }
        return lines;
    }

    private static Line line(
            String campaign, @Nullable String activity, Dimension dimension, @Nullable String place, String row) {
        return new Line(new BoardKey(campaign, activity, dimension, place, null).text(), row);
    }

    private void count(Line line, String figure, long count) {
        if (count != 0) {
            boards.computeIfAbsent(line.board(), board -> new TreeMap<>())
                    .computeIfAbsent(line.row(), row -> new TreeMap<>())
                    .merge(figure, count, Long::sum);
        }
    }

    /** The boards that are known here, by {@link BoardKey#text()}. */
    public Set<String> boards() {
        return boards.keySet();
    }

    /** How many numbers are compared. */
    public int size() {
        return boards.values().stream()
                .flatMap(rows -> rows.values().stream())
                .mapToInt(Map::size)
                .sum();
    }

    /**
     * Where a board says something else: row, figure, what is expected and what is there. Figures that nobody counts
     * here are passed over.
     *
     * @param actual figures by row
     */
    public List<String> differences(String board, Map<String, Map<String, Long>> actual) {
        var differences = new ArrayList<String>();
        Map<String, Map<String, Long>> expected = boards.getOrDefault(board, Map.of());
        Set<String> rows = new TreeSet<>(expected.keySet());
        rows.addAll(actual.keySet());
        for (String row : rows) {
            Map<String, Long> wanted = expected.getOrDefault(row, Map.of());
            Map<String, Long> found = actual.getOrDefault(row, Map.of());
            for (String figure : COUNTED) {
                long missing = wanted.getOrDefault(figure, 0L) - found.getOrDefault(figure, 0L);
                if (missing != 0) {
                    differences.add(board + " " + row + " " + figure + ": " + wanted.getOrDefault(figure, 0L)
                            + " expected, " + found.getOrDefault(figure, 0L) + " there");
                }
            }
        }
        return differences;
    }

    private static final List<String> COUNTED = List.of(
            "visits",
            "visitors",
            "participants",
            "attempts",
            "players",
            "points",
            "scores0",
            "scores10",
            "scores20",
            "scores30",
            "scores40",
            "scores50",
            "scores60",
            "scores70",
            "scores80",
            "scores90",
            "scores100");
}
