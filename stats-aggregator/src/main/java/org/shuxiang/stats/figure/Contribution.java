package org.shuxiang.stats.figure;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantErased;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptGraded;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.contracts.stats.Figure;
import org.shuxiang.stats.figure.Person.Attempt;
import org.shuxiang.stats.figure.Person.Joined;
import org.shuxiang.stats.figure.Person.Visit;

/**
 * What a person adds to each cell. A new kind of event is learned in {@link Person#with} and counted here, and nowhere
 * else.
 */
public final class Contribution {

    private static final String QUIZ_PAGE = "quiz";

    private final Map<Cell, long[]> figures = new HashMap<>();

    private Contribution() {}

    /** What changes in each cell when the person becomes another; empty when nothing does. */
    public static Map<Cell, Figures> change(Person before, Person after) {
        var change = new Contribution();
        if (before.visits() != after.visits()) {
            change.addVisits(before, after);
        }
        if (before.joined() != after.joined() || before.erased() != after.erased()) {
            change.addJoining(after, 1);
            change.addJoining(before, -1);
        }
        if (before.attempts() != after.attempts()) {
            change.addAttempts(before, after);
        }
        Map<Cell, Figures> changed = new HashMap<>();
        change.figures.forEach((cell, values) -> {
            var figures = Figures.of(values);
            if (!figures.isNothing()) {
                changed.put(cell, figures);
            }
        });
        return changed;
    }

    /**
     * The cells that a record is about, by its own words alone: whatever came before it, and even when it says nothing
     * new. So what a cell covers follows from the log, and not from the order in which its topics were read.
     */
    public static List<Cell> concernedBy(Event event) {
        return switch (event) {
            case PageVisited e -> new Occasion(e.campaignId(), null, e.participant(), e.occurredAt()).cells();
            case ParticipantJoined e -> new Occasion(e.campaignId(), null, e.participant(), e.occurredAt()).cells();
            case ParticipantErased e -> new Occasion(e.campaignId(), null, e.participant(), e.occurredAt()).cells();
            case AttemptGraded e ->
                new Occasion(e.campaignId(), e.activityId(), e.participant(), e.occurredAt()).cells();
            default -> List.of();
        };
    }

    private void addVisits(Person before, Person after) {
        var difference = new Difference<>(before.visits(), after.visits());
        Function<Visit, List<Cell>> cells =
                visit -> new Occasion(visit.campaignId(), null, visit.who(), visit.at()).cells();
        difference.forEach((visit, sign) -> add(cells.apply(visit), Figure.VISITS, sign));
        difference.forEachNewlyTouched(cells, (cell, sign) -> add(cell, Figure.VISITORS, sign));
        difference.forEachNewlyTouched(
                visit -> visit.page().equals(QUIZ_PAGE) ? cells.apply(visit) : List.of(),
                (cell, sign) -> add(cell, Figure.QUIZ_VISITORS, sign));
    }

    private void addJoining(Person person, int sign) {
        @Nullable Joined joined = person.joined();
        if (joined != null && !person.erased()) {
            add(new Occasion(joined.campaignId(), null, joined.who(), joined.at()).cells(), Figure.PARTICIPANTS, sign);
        }
    }

    private void addAttempts(Person before, Person after) {
        var difference = new Difference<>(before.attempts(), after.attempts());
        Function<Attempt, List<Cell>> cells = attempt ->
                new Occasion(attempt.campaignId(), attempt.activityId(), attempt.who(), attempt.at()).cells();
        difference.forEach((attempt, sign) -> {
            List<Cell> where = cells.apply(attempt);
            add(where, Figure.ATTEMPTS, sign);
            add(where, Figure.POINTS, (long) sign * attempt.percent());
            add(where, Figure.ofScore(attempt.percent()), sign);
        });
        difference.forEachNewlyTouched(cells, (cell, sign) -> add(cell, Figure.PLAYERS, sign));
        Set<String> activities = new HashSet<>(after.activities());
        activities.addAll(before.activities());
        for (String activity : activities) {
            after.best(activity).ifPresent(best -> addToRanks(best, 1));
            before.best(activity).ifPresent(best -> addToRanks(best, -1));
        }
    }

    /** With these two boards everybody's own rank is a sum: who has a better score, or the same one in less time. */
    private void addToRanks(Standing best, int sign) {
        String score = Integer.toString(best.percent());
        add(cell(best, Dimension.BEST_SCORE, null, score), Figure.PLAYERS, sign);
        add(cell(best, Dimension.BEST_SECONDS, score, Long.toString(best.seconds())), Figure.PLAYERS, sign);
    }

    private static Cell cell(Standing best, Dimension dimension, @Nullable String part, String row) {
        return new Cell(new BoardKey(best.campaignId(), best.activityId(), dimension, null, part), row);
    }

    private void add(Collection<Cell> cells, Figure figure, long count) {
        cells.forEach(cell -> add(cell, figure, count));
    }

    private void add(Cell cell, Figure figure, long count) {
        figures.computeIfAbsent(cell, unknown -> Figures.zeros())[figure.ordinal()] += count;
    }
}
