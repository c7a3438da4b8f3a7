package org.shuxiang.campaign.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.campaign.GuardianConsent;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import org.shuxiang.contracts.campaign.ParticipationEvent.ConsentGiven;
import org.shuxiang.contracts.campaign.ParticipationEvent.ConsentWithdrawn;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantErased;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;

class ParticipantRecordTest {

    private static final Instant START = Instant.parse("2026-02-16T16:00:00Z");
    private static final Participant CHILD = new Participant("p", "440000", null, null, null, AgeBand.FROM_7_TO_13);
    private static final GuardianConsent CONSENT = new GuardianConsent(true, false, true);

    @Test
    void takesTheNewestWordOfTheGuardian() {
        var record = folded(List.of(joined(0), given(1), withdrawn(2)));
        assertThat(record.consent()).isNull();
        assertThat(folded(List.of(joined(0), withdrawn(2), given(3))).consent()).isEqualTo(CONSENT);
    }

    @Test
    void keepsNothingOfSomebodyWhoWasForgotten() {
        var record = folded(List.of(joined(0), given(1), erased(2), joined(3)));
        assertThat(record.participant()).isNull();
        assertThat(record.joinedAt()).isNull();
        assertThat(record.consent()).isNull();
        assertThat(record.erasedAt()).isEqualTo(START.plusSeconds(2));
    }

    @Property(tries = 300)
    void isTheSameInEveryOrderAndHoweverOftenAnEventComes(
            @ForAll("histories") List<ParticipationEvent> events, @ForAll long seed) {
        var shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(folded(shuffled)).isEqualTo(folded(events));
    }

    @Provide
    Arbitrary<List<ParticipationEvent>> histories() {
        return Arbitraries.integers()
                .between(0, 20)
                .flatMap(second -> Arbitraries.of(joined(second), given(second), withdrawn(second), erased(second)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static ParticipantRecord folded(List<ParticipationEvent> events) {
        @Nullable ParticipantRecord record = null;
        for (ParticipationEvent event : events) {
            record = ParticipantRecord.after(record, event);
        }
        return Objects.requireNonNull(record);
    }

    private static ParticipationEvent joined(int second) {
        return new ParticipantJoined("j" + second, START.plusSeconds(second), "c", CHILD);
    }

    private static ParticipationEvent given(int second) {
        return new ConsentGiven("g" + second, START.plusSeconds(second), "c", CHILD, CONSENT);
    }

    private static ParticipationEvent withdrawn(int second) {
        return new ConsentWithdrawn("w" + second, START.plusSeconds(second), "c", CHILD);
    }

    private static ParticipationEvent erased(int second) {
        return new ParticipantErased("e" + second, START.plusSeconds(second), "c", CHILD);
    }
}
