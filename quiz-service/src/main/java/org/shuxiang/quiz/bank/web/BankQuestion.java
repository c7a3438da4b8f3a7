package org.shuxiang.quiz.bank.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionKind;
import org.shuxiang.platform.problem.FieldProblem;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.quiz.bank.QuestionColumn;
import org.shuxiang.quiz.bank.QuestionForm;

/**
 * A question with its answer, as an organiser writes it.
 *
 * @param options texts of the options; none for TRUE_FALSE and POEM_LINE
 * @param tiles for POEM_LINE: the characters that mislead
 * @param answer letters such as "B" or "ACD"; 对 or 错; or the missing line
 */
record BankQuestion(
        @Nullable String id,
        @NotNull QuestionKind kind,
        @NotNull String category,
        @NotNull Difficulty difficulty,
        @NotNull String stem,
        @Nullable @Size(max = 6) List<String> options,
        @Nullable String tiles,
        @NotNull String answer,
        @Nullable String explanation,
        @Nullable String source,
        @Nullable Resource resource) {

    /** A library's resource to explore before answering. */
    record Resource(
            @Nullable String name,
            @Nullable String url,
            @Nullable String hint) {}

    static BankQuestion of(Question question) {
        var form = QuestionForm.of(question);
        Question.@Nullable Resource resource = question.resource();
        return new BankQuestion(
                question.id(),
                question.kind(),
                question.category(),
                question.difficulty(),
                question.stem(),
                switch (question.kind()) {
                    case SINGLE_CHOICE, MULTIPLE_CHOICE -> question.options();
                    case TRUE_FALSE, POEM_LINE -> List.of();
                },
                question.kind() == QuestionKind.POEM_LINE ? form.get(QuestionColumn.OPTION_A) : null,
                form.get(QuestionColumn.ANSWER),
                question.explanation(),
                question.source(),
                resource == null ? null : new Resource(resource.name(), resource.url(), resource.hint()));
    }

    /**
     * The question of that id.
     *
     * @throws ProblemException naming every field that is wrong
     */
    Question asQuestion(String questionId) {
        if (id != null && !id.equals(questionId)) {
            throw ProblemException.invalid("id", "OtherId");
        }
        var problems = new ArrayList<FieldProblem>();
        var question = form(questionId)
                .question(problem ->
                        problems.add(new FieldProblem(field(problem.column()), problem.code(), problem.arguments())));
        return question.orElseThrow(() -> ProblemException.invalid(problems));
    }

    private QuestionForm form(String questionId) {
        Map<QuestionColumn, String> cells = new EnumMap<>(QuestionColumn.class);
        cells.put(QuestionColumn.ID, questionId);
        cells.put(QuestionColumn.KIND, kind.name());
        cells.put(QuestionColumn.CATEGORY, category);
        cells.put(QuestionColumn.DIFFICULTY, difficulty.name());
        cells.put(QuestionColumn.STEM, stem);
        cells.put(QuestionColumn.ANSWER, answer);
        cells.put(QuestionColumn.EXPLANATION, orEmpty(explanation));
        cells.put(QuestionColumn.SOURCE, orEmpty(source));
        List<String> texts = Objects.requireNonNullElse(options, List.of());
        for (int i = 0; i < texts.size(); i++) {
            cells.put(QuestionColumn.OPTIONS.get(i), orEmpty(texts.get(i)));
        }
        if (tiles != null && !tiles.isEmpty()) {
            cells.put(QuestionColumn.OPTION_A, tiles);
        }
        if (resource != null) {
            cells.put(QuestionColumn.RESOURCE_NAME, orEmpty(resource.name()));
            cells.put(QuestionColumn.RESOURCE_URL, orEmpty(resource.url()));
            cells.put(QuestionColumn.RESOURCE_HINT, orEmpty(resource.hint()));
        }
        return new QuestionForm(cells);
    }

    private String field(QuestionColumn column) {
        return switch (column) {
            case ID -> "id";
            case KIND -> "kind";
            case CATEGORY -> "category";
            case DIFFICULTY -> "difficulty";
            case STEM -> "stem";
            case ANSWER -> "answer";
            case EXPLANATION -> "explanation";
            case SOURCE -> "source";
            case RESOURCE_NAME -> "resource.name";
            case RESOURCE_URL -> "resource.url";
            case RESOURCE_HINT -> "resource.hint";
            case OPTION_A, OPTION_B, OPTION_C, OPTION_D, OPTION_E, OPTION_F ->
                column == QuestionColumn.OPTION_A && tiles != null
                        ? "tiles"
                        : "options[" + QuestionColumn.OPTIONS.indexOf(column) + "]";
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
