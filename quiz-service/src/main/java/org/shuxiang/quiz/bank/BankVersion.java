package org.shuxiang.quiz.bank;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionBankPublished;

/** A version of a question bank, ready to draw from. */
public final class BankVersion {

    private final QuestionBankPublished published;
    private final Map<String, Question> byId = new LinkedHashMap<>();
    private final Map<Shelf, List<Question>> byShelf = new HashMap<>();

    BankVersion(QuestionBankPublished published) {
        this.published = published;
        for (Question question : published.questions()) {
            byId.put(question.id(), question);
            byShelf.computeIfAbsent(new Shelf(question.category(), question.difficulty()), shelf -> new ArrayList<>())
                    .add(question);
        }
    }

    private record Shelf(String category, Difficulty difficulty) {}

    public String bankId() {
        return published.bankId();
    }

    public int version() {
        return published.bankVersion();
    }

    public String title() {
        return published.title();
    }

    public Instant publishedAt() {
        return published.occurredAt();
    }

    public List<Question> questions() {
        return published.questions();
    }

    public Optional<Question> question(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The questions of a category and difficulty in the order of the bank. */
    public List<Question> questions(String category, Difficulty difficulty) {
        return byShelf.getOrDefault(new Shelf(category, difficulty), List.of());
    }
}
