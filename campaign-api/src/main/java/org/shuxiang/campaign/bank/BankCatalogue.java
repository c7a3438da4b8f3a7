package org.shuxiang.campaign.bank;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.contracts.quiz.QuestionBankPublished;

/** The newest version of each question bank, in numbers. No question and no answer is kept here. */
public final class BankCatalogue {

    private final Map<String, Bank> banks = new ConcurrentHashMap<>();

    private record Shelf(String category, Difficulty difficulty) {}

    private record Bank(int version, Map<Shelf, Long> questions) {}

    /** Takes what the log says; versions are never taken back. */
    public void apply(@Nullable QuestionBankPublished event) {
        if (event == null) {
            return;
        }
        Map<Shelf, Long> questions = event.questions().stream()
                .collect(Collectors.groupingBy(
                        question -> new Shelf(question.category(), question.difficulty()), Collectors.counting()));
        banks.merge(
                event.bankId(),
                new Bank(event.bankVersion(), questions),
                (known, published) -> published.version() > known.version() ? published : known);
    }

    /** How many questions of that category and difficulty a bank has; empty when there is no such bank. */
    public Optional<Long> questions(String bankId, String category, Difficulty difficulty) {
        return Optional.ofNullable(banks.get(bankId))
                .map(bank -> bank.questions().getOrDefault(new Shelf(category, difficulty), 0L));
    }

    public boolean knows(String bankId) {
        return banks.containsKey(bankId);
    }
}
