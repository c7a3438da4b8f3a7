package org.shuxiang.stats.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.stats.StatsFixture.EVENING;
import static org.shuxiang.stats.StatsFixture.erased;
import static org.shuxiang.stats.StatsFixture.graded;
import static org.shuxiang.stats.StatsFixture.joined;
import static org.shuxiang.stats.StatsFixture.reader;
import static org.shuxiang.stats.StatsFixture.visit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.campaign.PageVisited;

class PersonTest {

    private static final Participant READER = reader(1);

    @Property(tries = 300)
    void addsTheSameInAnyOrderAndHoweverOften(@ForAll("events") List<Event> events, @ForAll long seed) {
        var again = new ArrayList<>(events);
        again.addAll(events);
        Collections.shuffle(again, new Random(seed));

        assertThat(sum(again)).isEqualTo(sum(events));
    }

    @Property(tries = 300)
    void addsNothingOnceErased(@ForAll("events") List<Event> events) {
        var erasing = new ArrayList<>(events);
        erasing.add(erased(READER, EVENING));
        erasing.removeIf(PageVisited.class::isInstance);

        assertThat(sum(erasing)).isEmpty();
    }

    @Test
    void countsNoMoreThanAPersonCanOpen() {
        Person person = Person.UNKNOWN;
        for (int i = 0; i < Person.MOST_VISITS + 20; i++) {
            person = person.with(visit(i, "machine", null, EVENING), i);
        }
        assertThat(person.visits()).hasSize(Person.MOST_VISITS);
    }

    /** The events of a person change the cells one after another, as they do in the stream. */
    private static Map<Cell, Figures> sum(List<? extends Event> events) {
        var cells = new HashMap<Cell, Figures>();
        Person person = Person.UNKNOWN;
        for (Event event : events) {
            Person next = person.with(event, 0);
            Contribution.change(person, next).forEach((cell, change) -> cells.merge(cell, change, Figures::plus));
            person = next;
        }
        cells.values().removeIf(Figures::isNothing);
        return cells;
    }

    /** At most one grade of an attempt by a version of its key, as the log has it. */
    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<Event> attempts = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 3))
                .as((number, keyVersion) -> graded(
                        READER,
                        number,
                        (number * 30 + keyVersion * 10) % 101,
                        60L * number,
                        EVENING.plusSeconds(4_000L * number),
                        keyVersion));
        Arbitrary<Event> visits = Arbitraries.integers()
                .between(0, 6)
                .map(i -> visit(i, "a", i % 2 == 0 ? READER : null, EVENING.plusSeconds(1_800L * i)));
        Arbitrary<Event> joining = Arbitraries.of(joined(READER, EVENING), erased(READER, EVENING.plusSeconds(9)));
        return Arbitraries.frequencyOf(Tuple.of(6, attempts), Tuple.of(3, visits), Tuple.of(1, joining))
                .list()
                .ofMaxSize(12);
    }
}
