package org.shuxiang.quiz.attempt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.AttemptLimits;
import org.shuxiang.contracts.quiz.RejectionReason;

/**
 * All attempts of one participant in one activity, in the order of the log: here it is decided, once, which of them
 * count.
 *
 * @param id activity and participant
 */
public record Ledger(String id, List<Entry> entries) {

    /** The campaigns' day begins at midnight in Beijing, wherever the participant is. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Best first: the higher score, and of equal scores the shorter time, and of equal times the earlier sheet. */
    public static final Comparator<Entry> BEST_FIRST = Comparator.comparingInt(Entry::score)
            .reversed()
            .thenComparingLong(Entry::durationMillis)
            .thenComparing(Entry::submittedAt);

    public Ledger {
        entries = List.copyOf(entries);
    }

    /**
     * An attempt in short.
     *
     * @param partition and {@code offset}: the record that brought the sheet first
     * @param rejection why it does not count, or null when it does
     */
    public record Entry(
            String attemptId,
            int number,
            Instant submittedAt,
            int partition,
            long offset,
            @Nullable RejectionReason rejection,
            int score,
            int maxScore,
            long durationMillis,
            int keyVersion) {

        public boolean counts() {
            return rejection == null;
        }

        public LocalDate day() {
            return submittedAt.atZone(ZONE).toLocalDate();
        }
    }

    static Ledger empty(String id) {
        return new Ledger(id, List.of());
    }

    Optional<Entry> find(String attemptId) {
        return entries.stream()
                .filter(entry -> entry.attemptId().equals(attemptId))
                .findFirst();
    }

    /** Why a sheet that comes next would not count; null when it does. */
    @Nullable
    RejectionReason rejectionOf(Instant submittedAt, AttemptLimits limits) {
        LocalDate day = submittedAt.atZone(ZONE).toLocalDate();
        if (limits.inAll() != null && counted() >= limits.inAll()) {
            return RejectionReason.TOTAL_LIMIT;
        }
        return countedOn(day) >= limits.perDay() ? RejectionReason.DAILY_LIMIT : null;
    }

    Ledger with(Entry entry) {
        var more = new ArrayList<>(entries);
        more.add(entry);
        return new Ledger(id, more);
    }

    Ledger withRegraded(Entry regraded) {
        return new Ledger(
                id,
                entries.stream()
                        .map(entry -> entry.attemptId().equals(regraded.attemptId()) ? regraded : entry)
                        .toList());
    }

    public long counted() {
        return entries.stream().filter(Entry::counts).count();
    }

    public long countedOn(LocalDate day) {
        return entries.stream()
                .filter(Entry::counts)
                .filter(entry -> entry.day().equals(day))
                .count();
    }

    public Optional<Entry> best() {
        return entries.stream().filter(Entry::counts).min(BEST_FIRST);
    }
}
