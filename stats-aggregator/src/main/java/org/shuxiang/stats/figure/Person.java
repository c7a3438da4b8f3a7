package org.shuxiang.stats.figure;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantErased;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptGraded;

/**
 * What is known of a participant, or of a visitor who has no name here at all. Learning the same again changes nothing,
 * and the order of what is learned does not matter: so a log that is read again, or in another order, ends with the same
 * figures.
 *
 * @param attempts by attempt id, in its order; the same map for as long as nothing in it changes
 * @param visits by event id, likewise
 */
public record Person(
        @Nullable Joined joined, boolean erased, Map<String, Attempt> attempts, Map<String, Visit> visits) {

    /** More than so many pages opened by one device are a machine's, and not counted. */
    static final int MOST_VISITS = 500;

    /** Nothing is known. */
    public static final Person UNKNOWN = new Person(null, false, Map.of(), Map.of());

    public record Joined(String campaignId, Instant at, Participant who) {}

    /**
     * A graded attempt.
     *
     * @param keyVersion of two grades of an attempt the one with the greater version holds
     * @param offset of the record that says so
     */
    public record Attempt(
            String campaignId,
            String activityId,
            Instant at,
            Participant who,
            int score,
            int maxScore,
            long durationMillis,
            int keyVersion,
            long offset) {

        int percent() {
            return (int) (100L * score / maxScore);
        }

        long seconds() {
            return durationMillis / 1000;
        }
    }

    /** @param page as in {@link PageVisited} */
    public record Visit(
            String campaignId,
            Instant at,
            String page,
            @Nullable Participant who) {}

    /**
     * This person after an event of theirs; the same when it says nothing new.
     *
     * @param offset of the record
     */
    public Person with(Event event, long offset) {
        return switch (event) {
            case ParticipantJoined e -> withJoining(e);
            case ParticipantErased e -> erased ? this : new Person(joined, true, Map.of(), visits);
            case AttemptGraded e -> withAttempt(e, offset);
            case PageVisited e -> withVisit(e);
            default -> this;
        };
    }

    /** The attempt that counts for a ranking: the best score, then the shorter time, then the earlier one. */
    public Optional<Standing> best(String activityId) {
        return attempts.values().stream()
                .filter(attempt -> attempt.activityId().equals(activityId))
                .min(Standing.ORDER_OF_ATTEMPTS)
                .map(Standing::of);
    }

    /** Those in which there is an attempt. */
    public Set<String> activities() {
        return attempts.values().stream().map(Attempt::activityId).collect(Collectors.toCollection(TreeSet::new));
    }

    private Person withJoining(ParticipantJoined e) {
        return joined != null
                ? this
                : new Person(new Joined(e.campaignId(), e.occurredAt(), e.participant()), erased, attempts, visits);
    }

    private Person withAttempt(AttemptGraded e, long offset) {
        @Nullable Attempt known = attempts.get(e.attemptId());
        return erased || (known != null && known.keyVersion() >= e.keyVersion())
                ? this
                : new Person(joined, false, plus(attempts, e.attemptId(), attempt(e, offset)), visits);
    }

    private Person withVisit(PageVisited e) {
        return visits.size() >= MOST_VISITS || visits.containsKey(e.eventId())
                ? this
                : new Person(
                        joined,
                        erased,
                        attempts,
                        plus(
                                visits,
                                e.eventId(),
                                new Visit(e.campaignId(), e.occurredAt(), e.page(), e.participant())));
    }

    private static Attempt attempt(AttemptGraded e, long offset) {
        return new Attempt(
                e.campaignId(),
                e.activityId(),
                e.occurredAt(),
                e.participant(),
                e.score(),
                e.maxScore(),
                e.durationMillis(),
                e.keyVersion(),
                offset);
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        var more = new TreeMap<>(map);
        more.put(key, value);
        return Collections.unmodifiableMap(more);
    }
}
