package org.shuxiang.load.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptGraded;
import org.shuxiang.load.Places;

/**
 * The people of a campaign and what they do: the same in each run, whoever asks in whichever order.
 *
 * <p>A participation (人次) is one attempt of one person that counts; the campaigns' report counts people like that, and
 * tells 1,300,000 of them beside 160,000 visits. Here a person makes four on average, from one to sixteen. Each has
 * joined before, and nearly every second one opened a page before that.
 */
final class Crowd {

    static final long SEED = 20260216;

    static final String CAMPAIGN = "chunjie-2026";
    static final String QUIZ = "xinchun-dati-2026";
    /** Ten days before New Year's Eve, midnight in China. It has to be past: a broker takes no records of the future. */
    static final Instant START = Instant.parse("2026-02-05T16:00:00Z");

    private static final int DAYS = 22;
    private static final int EVE = 10;
    /** Of all who join: 20,000 of the report's 160,000 visits were on that day. */
    private static final double ON_THE_EVE = 0.125;

    private static final int MEAN_ATTEMPTS = 4;
    private static final int MOST_ATTEMPTS = 16;
    private static final double VISITS_FIRST = 0.49;

    private static final double[] AGES = {0.06, 0.34, 0.14, 0.22, 0.17, 0.07};
    /** People by the hour: few at night, most after supper. */
    private static final int[] HOURS = {2, 1, 1, 1, 1, 1, 2, 3, 5, 6, 6, 5, 5, 5, 5, 5, 5, 5, 6, 9, 11, 9, 6, 4};

    private static final int HOURS_SUM = 109;

    private final Places places = Places.ofTheReport();

    /** A campaign's worth of people: {@code participations} of them are reached with the last of so many people. */
    List<Event> eventsOf(int person) {
        var random = new SplittableRandom(SEED * 1_000_003 + person);
        Instant joined = START.plus(moment(random));
        var who = participant(person, joined, random);
        var events = new ArrayList<Event>();
        if (random.nextDouble() < VISITS_FIRST) {
            String visitor = new UUID(random.nextLong(), person).toString();
            events.add(new PageVisited(
                    visitor + "-1", joined.minusSeconds(random.nextInt(10, 120)), CAMPAIGN, visitor, "home", null));
        }
        events.add(new ParticipantJoined(who.id() + "-joined", joined, CAMPAIGN, who));
        int attempts = attempts(random);
        int skill = random.nextInt(3, 10);
        Instant end = START.plus(Duration.ofDays(DAYS));
        Instant at = joined;
        for (int number = 1; number <= attempts; number++) {
            long seconds = random.nextInt(60, 600);
            at = at.plusSeconds(number % 3 == 1 && number > 1 ? random.nextInt(40_000, 130_000) : seconds + 20);
            events.add(attempt(who, number, right(skill, random), seconds, at.isBefore(end) ? at : end));
        }
        return events;
    }

    private static AttemptGraded attempt(Participant who, int number, int right, long seconds, Instant at) {
        String id = QUIZ + "~" + who.id() + "~" + number;
        return new AttemptGraded(
                id, at, CAMPAIGN, QUIZ, id, who, number, right * 10, 100, right, 10, seconds * 1000 + number, 1);
    }

    private Participant participant(int person, Instant joined, SplittableRandom random) {
        // a UUIDv7: the moment, then what tells people apart
        var id = new UUID(
                joined.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000), 0x8000_0000_0000_0000L | person);
        var place = places.at(random.nextDouble());
        return new Participant(
                id.toString(), place.province(), place.city(), place.county(), place.library(), age(random));
    }

    private static AgeBand age(SplittableRandom random) {
        double chance = random.nextDouble();
        int band = 0;
        while (band < AGES.length - 1 && chance >= AGES[band]) {
            chance -= AGES[band];
            band++;
        }
        return AgeBand.values()[band];
    }

    private static Duration moment(SplittableRandom random) {
        int day = EVE;
        if (random.nextDouble() >= ON_THE_EVE) {
            day = random.nextInt(DAYS - 1);
            day += day >= EVE ? 1 : 0;
        }
        int chance = random.nextInt(HOURS_SUM);
        int hour = 0;
        while (chance >= HOURS[hour]) {
            chance -= HOURS[hour];
            hour++;
        }
        return Duration.ofDays(day).plusHours(hour).plusMillis(random.nextInt(3_600_000));
    }

    /** At least one; each further one with the same chance. */
    private static int attempts(SplittableRandom random) {
        int attempts = 1;
        while (attempts < MOST_ATTEMPTS && random.nextInt(MEAN_ATTEMPTS) != 0) {
            attempts++;
        }
        return attempts;
    }

    private static int right(int skill, SplittableRandom random) {
        int right = 0;
        for (int question = 0; question < 10; question++) {
            right += random.nextInt(10) < skill ? 1 : 0;
        }
        return right;
    }
}
