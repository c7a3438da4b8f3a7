package org.shuxiang.quiz.bank;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.platform.input.PlainText;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.shuxiang.platform.table.TableFormat;
import org.shuxiang.platform.table.TableRejectedException;
import org.shuxiang.platform.table.Tables;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Changing question banks: each change that changes something is a new version, decided once by the {@link BankStore},
 * and done when this instance has read it from the log.
 *
 * <p>Errors are {@link ProblemException}s and {@link TableRejectedException}s; nothing was changed then.
 */
public final class EditingBanks {

    /** Stands in the paths of the API where a bank's id stands else. */
    static final String RESERVED_ID = "template";

    private static final String ID = "[a-z0-9-]{1,64}";
    private static final int LONGEST_TITLE = 60;
    /** The log takes records of 8 MB. */
    private static final int LARGEST_VERSION_BYTES = 6 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int TRIES = 20;

    private final QuestionBanks banks;
    private final BankStore store;
    private final Corrections corrections;
    private final Clock clock;

    public EditingBanks(QuestionBanks banks, BankStore store, Corrections corrections, Clock clock) {
        this.banks = banks;
        this.store = store;
        this.corrections = corrections;
        this.clock = clock;
    }

    /**
     * What a change did, or would do.
     *
     * @param bank with the change; the version from before when nothing changed
     * @param before empty for a new bank
     * @param touchedAttempts attempts that were graded by a key that the change corrects
     */
    public record Edited(
            BankVersion bank,
            Optional<BankVersion> before,
            int added,
            int changed,
            int removed,
            Optional<KeyCorrection> correction,
            long touchedAttempts) {}

    /**
     * Merges the questions of a file into a bank, by their ids, or founds the bank with them.
     *
     * @param title null to keep the one that the bank has
     * @param replace whether questions that are not in the file go
     * @param dryRun only checks and counts
     */
    public Mono<Edited> importFile(
            String bankId, @Nullable String title, byte[] file, boolean replace, boolean dryRun) {
        return Mono.fromCallable(() -> {
                    check(bankId, title);
                    return QuestionTable.read(Tables.read(file));
                })
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(questions -> change(bankId, before -> imported(before, title, questions, replace), dryRun));
    }

    /**
     * Changes one question of a bank.
     *
     * @param revision the version that the caller has seen, or null when that does not matter
     * @param dryRun only tells what would become of it
     */
    public Mono<Edited> edit(String bankId, Question question, @Nullable Integer revision, boolean dryRun) {
        return change(bankId, before -> edited(before, question, revision), dryRun);
    }

    /** The bank's questions as a file that {@link #importFile} takes. */
    public Mono<byte[]> export(BankVersion bank, TableFormat format) {
        return Mono.fromCallable(() -> Tables.write(
                        format,
                        bank.bankId(),
                        QuestionTable.header(false),
                        QuestionTable.rows(bank.questions(), false)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** A question of each kind to start from. */
    public Mono<byte[]> template(TableFormat format, boolean inEnglish) {
        return Mono.fromCallable(() -> {
                    List<Question> examples = QuestionTable.read(Tables.read(resource("/bank/template.csv")));
                    return Tables.write(
                            format,
                            RESERVED_ID,
                            QuestionTable.header(inEnglish),
                            QuestionTable.rows(examples, inEnglish));
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    static byte[] resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(EditingBanks.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        }
    }

    private record Draft(String title, QuestionMerge merge) {}

    private static void check(String bankId, @Nullable String title) {
        if (!bankId.matches(ID) || bankId.equals(RESERVED_ID)) {
            throw ProblemException.invalid("bankId", "Pattern");
        }
        if (title != null && !PlainText.Check.isPlain(title, 1, LONGEST_TITLE, false)) {
            throw ProblemException.invalid("title", "PlainText", 1, LONGEST_TITLE);
        }
    }

    private static Draft imported(
            Optional<BankVersion> before, @Nullable String title, List<Question> questions, boolean replace) {
        String newTitle = title == null
                ? before.map(BankVersion::title).orElseThrow(() -> ProblemException.invalid("title", "NotBlank"))
                : title.strip();
        var merge = QuestionMerge.of(before.map(BankVersion::questions).orElse(List.of()), questions, replace);
        if (merge.questions().size() > QuestionTable.MOST_QUESTIONS) {
            throw new TableRejectedException(List.of(QuestionTable.tooMany()));
        }
        return new Draft(newTitle, merge);
    }

    private static Draft edited(Optional<BankVersion> before, Question question, @Nullable Integer revision) {
        BankVersion bank = before.filter(known -> known.question(question.id()).isPresent())
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
        if (revision != null && revision != bank.version()) {
            throw ProblemException.of(ProblemType.STALE_REVISION);
        }
        return new Draft(bank.title(), QuestionMerge.of(bank.questions(), List.of(question), false));
    }

    private Mono<Edited> change(String bankId, Function<Optional<BankVersion>, Draft> decide, boolean dryRun) {
        return Mono.defer(() -> store.lastVersion(bankId).defaultIfEmpty(0))
                .flatMap(last -> newest(bankId, last)
                        .flatMap(before -> changed(bankId, last, before, decide.apply(before), dryRun)))
                .retryWhen(Retry.backoff(TRIES, Duration.ofMillis(20)).filter(VersionTakenException.class::isInstance))
                .onErrorMap(Exceptions::isRetryExhausted, EditingBanks::notYet)
                .onErrorMap(TimeoutException.class, EditingBanks::notYet);
    }

    /** Waits for what another instance has published, or this one a moment ago. */
    private Mono<Optional<BankVersion>> newest(String bankId, int last) {
        Optional<BankVersion> known = banks.latest(bankId);
        boolean isBehind = known.map(BankVersion::version).orElse(0) < last;
        return isBehind ? banks.whenPublished(bankId, last).map(Optional::of).timeout(PATIENCE) : Mono.just(known);
    }

    private Mono<Edited> changed(String bankId, int last, Optional<BankVersion> before, Draft draft, boolean dryRun) {
        QuestionMerge merge = draft.merge();
        if (before.isPresent()
                && before.get().title().equals(draft.title())
                && before.get().questions().equals(merge.questions())) {
            return Mono.just(new Edited(before.get(), before, 0, 0, 0, Optional.empty(), 0));
        }
        // the log goes on from its own last version when the database has forgotten
        int version = Math.max(last, before.map(BankVersion::version).orElse(0)) + 1;
        var next = new QuestionBankPublished(
                bankId + "@" + version,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                bankId,
                version,
                draft.title(),
                merge.questions());
        if (EventJson.write(next).length > LARGEST_VERSION_BYTES) {
            return Mono.error(ProblemException.of(ProblemType.CONTENT_TOO_LARGE));
        }
        var bank = new BankVersion(next);
        Optional<KeyCorrection> correction = banks.correction(bank);
        return correction
                .map(corrections::touched)
                .orElse(Mono.just(0L))
                .map(touched ->
                        new Edited(bank, before, merge.added(), merge.changed(), merge.removed(), correction, touched))
                .flatMap(edited -> dryRun ? Mono.just(edited) : publish(next, last, edited));
    }

    private Mono<Edited> publish(QuestionBankPublished next, int last, Edited edited) {
        return edited.correction()
                .map(corrections::prepare)
                .orElse(Mono.empty())
                .then(Mono.defer(() -> store.publish(next, last)))
                .then(Mono.defer(() ->
                        banks.whenPublished(next.bankId(), next.bankVersion()).timeout(PATIENCE)))
                .doOnNext(published -> edited.correction().ifPresent(correction -> corrections.begin()))
                .thenReturn(edited);
    }

    /** What was decided is published as soon as the log takes it; sending the same again does no harm. */
    private static ProblemException notYet(Throwable cause) {
        return ProblemException.of(ProblemType.UNAVAILABLE).retryAfterSeconds(RETRY_AFTER_SECONDS);
    }
}
