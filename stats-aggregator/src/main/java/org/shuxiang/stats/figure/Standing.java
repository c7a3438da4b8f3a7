package org.shuxiang.stats.figure;

import java.time.Instant;
import java.util.Comparator;
import org.shuxiang.contracts.Participant;
import org.shuxiang.stats.figure.Person.Attempt;

/**
 * A participant's place among those of an activity: the higher score in percent, then fewer whole seconds. Among equals,
 * who share a rank, the earlier submission stands first, then the smaller id: nothing is left to chance.
 *
 * @param offset of the record that says so, in the partition of the person
 */
public record Standing(
        String campaignId,
        String activityId,
        Participant who,
        int score,
        int maxScore,
        int percent,
        long seconds,
        Instant at,
        long offset)
        implements Comparable<Standing> {

    static final Comparator<Attempt> ORDER_OF_ATTEMPTS = Comparator.comparingInt(Attempt::percent)
            .reversed()
            .thenComparingLong(Attempt::seconds)
            .thenComparing(Attempt::at)
            .thenComparingLong(Attempt::durationMillis);

    private static final Comparator<Standing> BETTER =
            Comparator.comparingInt(Standing::percent).reversed().thenComparingLong(Standing::seconds);
    private static final Comparator<Standing> ORDER = BETTER.thenComparing(Standing::at)
            .thenComparing(standing -> standing.who().id());

    static Standing of(Attempt best) {
        return new Standing(
                best.campaignId(),
                best.activityId(),
                best.who(),
                best.score(),
                best.maxScore(),
                best.percent(),
                best.seconds(),
                best.at(),
                best.offset());
    }

    @Override
    public int compareTo(Standing other) {
        return ORDER.compare(this, other);
    }

    /** Whether both have the same rank. */
    public boolean equalsInRank(Standing other) {
        return BETTER.compare(this, other) == 0;
    }
}
