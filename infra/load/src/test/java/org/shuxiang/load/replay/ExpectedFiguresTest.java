package org.shuxiang.load.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptGraded;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;

class ExpectedFiguresTest {

    private static final Instant EVENING = Instant.parse("2026-02-16T12:00:00Z");
    private static final Participant READER =
            new Participant("r", "440000", "440300", null, "C-440300", AgeBand.FROM_7_TO_13);
    private static final String WHOLE = board(null, Dimension.WHOLE, null);

    private final ExpectedFigures expected = new ExpectedFigures();

    ExpectedFiguresTest() {
        expected.add(List.of(
                new PageVisited("v1", EVENING, "c", "device", "home", null),
                new PageVisited("v2", EVENING, "c", "device", "quiz", null),
                new ParticipantJoined("j", EVENING, "c", READER),
                attempt(1, 60),
                attempt(2, 90)));
    }

    @Test
    void countsPeopleOnceAndWhatTheyDoEachTime() {
        var right = Map.of(
                "all",
                Map.of(
                        "visits",
                        2L,
                        "visitors",
                        1L,
                        "participants",
                        1L,
                        "attempts",
                        2L,
                        "players",
                        1L,
                        "points",
                        150L,
                        "scores60",
                        1L,
                        "scores90",
                        1L));
        assertThat(expected.differences(WHOLE, right)).isEmpty();
        var ofAttempts =
                Map.of("attempts", 2L, "players", 1L, "points", 150L, "scores60", 1L, "scores90", 1L, "new", 7L);
        assertThat(expected.differences(board("q", Dimension.CITY, "440000"), Map.of("440300", ofAttempts)))
                .isEmpty();
        assertThat(expected.differences(board("q", Dimension.HOUR, null), Map.of("2026-02-16T20", ofAttempts)))
                .isEmpty();
    }

    @Test
    void tellsWhatIsMissingWhatIsDoubleAndWhatNobodyExpects() {
        var wrong = Map.of(
                "440000",
                Map.of("attempts", 3L, "players", 1L, "points", 150L, "scores60", 1L, "scores90", 1L),
                "110000",
                Map.of("attempts", 1L));
        assertThat(expected.differences(board("q", Dimension.PROVINCE, null), wrong))
                .containsExactly(
                        "c/q/PROVINCE/-/- 110000 attempts: 0 expected, 1 there",
                        "c/q/PROVINCE/-/- 440000 attempts: 2 expected, 3 there");
        assertThat(expected.differences(board("q", Dimension.PROVINCE, null), Map.of()))
                .contains("c/q/PROVINCE/-/- 440000 players: 1 expected, 0 there");
    }

    private static AttemptGraded attempt(int number, int score) {
        return new AttemptGraded(
                "a" + number, EVENING, "c", "q", "a" + number, READER, number, score, 100, score / 10, 10, 1000, 1);
    }

    private static String board(@Nullable String activity, Dimension dimension, @Nullable String place) {
        return new BoardKey("c", activity, dimension, place, null).text();
    }
}
