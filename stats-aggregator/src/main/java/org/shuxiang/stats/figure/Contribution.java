package org.shuxiang.stats.figure;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * What a person adds to each cell. A new kind of event is learned in {@link Person#with} and counted in {@link #of}, and
 * nowhere else.
 */
public final class Contribution {

    private static final String QUIZ_PAGE = "quiz";

    private final Map<Cell, Figures> figures = new HashMap<>();

    private Contribution() {}

    static Contribution of(Person person) {
        var contribution = new Contribution();
        contribution.addVisits(person.visits().values());
        @Nullable Joined joined = person.joined();
        if (joined != null && !person.erased()) {
            contribution.add(
                    new Occasion(joined.campaignId(), null, joined.who(), joined.at()).cells(), Figure.PARTICIPANTS, 1);
        }
        contribution.addAttempts(person);
        return contribution;
    }

    /** What changes in each cell when the person becomes another; empty when nothing does. */
    public static Map<Cell, Figures> change(Person before, Person after) {
        Map<Cell, Figures> change = of(after).figures;
        of(before).figures.forEach((cell, figures) -> change.merge(cell, Figures.NONE.minus(figures), Figures::plus));
        change.values().removeIf(Figures::isNothing);
        return change;
    }

    /**
     * The cells that a record is about, by its own words alone: whatever came before it, and even when it says nothing
     * new. So what a cell covers follows from the log, and not from the order in which its topics were read.
     */
    public static Set<Cell> concernedBy(Event event) {
        return Set.copyOf(cellsOf(event));
    }

    private static List<Cell> cellsOf(Event event) {
        return switch (event) {
            case PageVisited e -> new Occasion(e.campaignId(), null, e.participant(), e.occurredAt()).cells();
            case ParticipantJoined e -> new Occasion(e.campaignId(), null, e.participant(), e.occurredAt()).cells();
            case ParticipantErased e -> new Occasion(e.campaignId(), null, e.participant(), e.occurredAt()).cells();
            case AttemptGraded e -> {
                var cells = new Occasion(e.campaignId(), e.activityId(), e.participant(), e.occurredAt()).cells();
                cells.add(ranking(e.campaignId(), e.activityId()));
                yield cells;
            }
            default -> List.of();
        };
    }

    /** Where an activity's ranking is kept: a cell without figures. */
    public static Cell ranking(String campaignId, String activityId) {
        return new Cell(new BoardKey(campaignId, activityId, Dimension.RANKING, null, null), BoardKey.WHOLE);
    }

    private void addVisits(Collection<Visit> visits) {
        Set<Cell> touched = new HashSet<>();
        Set<Cell> atAQuiz = new HashSet<>();
        for (Visit visit : visits) {
            var cells = new Occasion(visit.campaignId(), null, visit.who(), visit.at()).cells();
            add(cells, Figure.VISITS, 1);
            touched.addAll(cells);
            if (visit.page().equals(QUIZ_PAGE)) {
                atAQuiz.addAll(cells);
            }
        }
        add(touched, Figure.VISITORS, 1);
        add(atAQuiz, Figure.QUIZ_VISITORS, 1);
    }

    private void addAttempts(Person person) {
        Set<Cell> touched = new HashSet<>();
        for (Attempt attempt : person.attempts().values()) {
            var cells = new Occasion(attempt.campaignId(), attempt.activityId(), attempt.who(), attempt.at()).cells();
            add(cells, Figure.ATTEMPTS, 1);
            add(cells, Figure.POINTS, attempt.percent());
            add(cells, Figure.ofScore(attempt.percent()), 1);
            touched.addAll(cells);
        }
        add(touched, Figure.PLAYERS, 1);
        for (String activity : person.activities()) {
            person.best(activity).ifPresent(this::addToRanks);
        }
    }

    /** With these two boards everybody's own rank is a sum: who has a better score, or the same one in less time. */
    private void addToRanks(Standing best) {
        String score = Integer.toString(best.percent());
        add(cell(best, Dimension.BEST_SCORE, null, score), Figure.PLAYERS, 1);
        add(cell(best, Dimension.BEST_SECONDS, score, Long.toString(best.seconds())), Figure.PLAYERS, 1);
    }

    private static Cell cell(Standing best, Dimension dimension, @Nullable String part, String row) {
        return new Cell(new BoardKey(best.campaignId(), best.activityId(), dimension, null, part), row);
    }

    private void add(Collection<Cell> cells, Figure figure, long count) {
        cells.forEach(cell -> add(cell, figure, count));
    }

    private void add(Cell cell, Figure figure, long count) {
        figures.merge(cell, Figures.NONE.plus(figure, count), Figures::plus);
    }
}
