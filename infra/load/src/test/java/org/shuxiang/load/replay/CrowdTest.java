package org.shuxiang.load.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptGraded;

class CrowdTest {

    private static final int PEOPLE = 4000;

    @Test
    void doesTheSameInEachRun() {
        assertThat(events(new Crowd(), 300)).isEqualTo(events(new Crowd(), 300));
    }

    @Test
    void makesFourAttemptsEachAndVisitsAsTheReportSays() {
        List<Event> events = events(new Crowd(), PEOPLE);

        assertThat(events).extracting(Event::eventId).doesNotHaveDuplicates();
        assertThat(count(events, ParticipantJoined.class)).isEqualTo(PEOPLE);
        assertThat(count(events, AttemptGraded.class) / PEOPLE).isEqualTo(4, within(0.2));
        assertThat(count(events, PageVisited.class) / count(events, AttemptGraded.class))
                .isEqualTo(160_000.0 / 1_300_000, within(0.02));
    }

    @Test
    void isAllInThePast() {
        assertThat(events(new Crowd(), PEOPLE))
                .allSatisfy(event -> assertThat(event.occurredAt())
                        .isAfter(Crowd.START.minusSeconds(120))
                        .isBefore(Instant.now()));
    }

    private static List<Event> events(Crowd crowd, int people) {
        return IntStream.range(0, people)
                .mapToObj(crowd::eventsOf)
                .flatMap(List::stream)
                .toList();
    }

    private static double count(List<Event> events, Class<? extends Event> type) {
        return events.stream().filter(type::isInstance).count();
    }
}
