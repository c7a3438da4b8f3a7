package org.shuxiang.quiz.bank;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.platform.log.NotYetKnownException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** All versions of all question banks, in memory. */
public final class QuestionBanks {

    private final Map<String, ConcurrentNavigableMap<Integer, BankVersion>> banks = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, CompletableFuture<BankVersion>> awaited = new ConcurrentHashMap<>();

    /**
     * The key of a question that was asked.
     *
     * @param question with the wording that was asked and the answer that holds now
     * @param since the version of the bank that this answer came with
     */
    public record Key(Question question, int since) {}

    public Optional<BankVersion> latest(String bankId) {
        return versions(bankId).values().stream().reduce((earlier, later) -> later);
    }

    /** Newest version of each bank. */
    public List<BankVersion> latestOfAll() {
        return banks.keySet().stream()
                .sorted()
                .flatMap(id -> latest(id).stream())
                .toList();
    }

    public Collection<BankVersion> all(String bankId) {
        return versions(bankId).values();
    }

    public Optional<BankVersion> version(String bankId, int version) {
        return Optional.ofNullable(versions(bankId).get(version));
    }

    /**
     * What a question that was asked from a version is graded by: the newest answer that was given while the question
     * went on asking the same. A reworded question does not touch attempts that were asked the old one.
     *
     * @throws NotYetKnownException when this instance has not read that version, or it has no such question
     */
    public Key key(String bankId, int version, String questionId) {
        Question asked = version(bankId, version)
                .flatMap(bank -> bank.question(questionId))
                .orElseThrow(() -> new NotYetKnownException(
                        "question " + questionId + " of bank " + bankId + ", version " + version));
        Question current = asked;
        int since = version;
        for (BankVersion later : versions(bankId).tailMap(version, false).values()) {
            @Nullable Question next = later.question(questionId).orElse(null);
            if (next == null || !next.asksTheSameAs(asked)) {
                break;
            }
            if (!next.answer().equals(current.answer())) {
                since = later.version();
            }
            current = next;
        }
        return new Key(current, since);
    }

    /** What a published version, or one to be, corrects in the keys of those before it. */
    public Optional<KeyCorrection> correction(BankVersion version) {
        return KeyCorrection.of(versions(version.bankId()), version);
    }

    /** The version as soon as this instance has read it. */
    Mono<BankVersion> whenPublished(String bankId, int version) {
        return Mono.fromFuture(
                        () -> {
                            CompletableFuture<BankVersion> future =
                                    awaited.computeIfAbsent(key(bankId, version), key -> new CompletableFuture<>());
                            version(bankId, version).ifPresent(known -> {
                                awaited.remove(key(bankId, version));
                                future.complete(known);
                            });
                            return future;
                        },
                        true)
                // the thread that reads the log has better things to do
                .publishOn(Schedulers.parallel());
    }

    /** Takes a published version, in the order of the log. */
    void apply(String key, @Nullable QuestionBankPublished published) {
        if (published != null) {
            var version = new BankVersion(published);
            banks.computeIfAbsent(published.bankId(), id -> new ConcurrentSkipListMap<>())
                    .put(published.bankVersion(), version);
            CompletableFuture<BankVersion> waiting = awaited.remove(key(published.bankId(), published.bankVersion()));
            if (waiting != null) {
                waiting.complete(version);
            }
        }
    }

    private static String key(String bankId, int version) {
        return bankId + "@" + version;
    }

    private NavigableMap<Integer, BankVersion> versions(String bankId) {
        return banks.getOrDefault(bankId, new ConcurrentSkipListMap<>());
    }
}
