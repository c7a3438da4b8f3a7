package org.shuxiang.quiz.paper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionKind;

/**
 * A question as a participant sees it before it is graded: without its answer, explanation and source.
 *
 * @param position on the paper, from 0
 * @param blanks how many tiles make the missing line, for POEM_LINE
 */
public record ShownQuestion(
        int position,
        String id,
        QuestionKind kind,
        String category,
        Difficulty difficulty,
        String stem,
        List<Option> options,
        @Nullable Integer blanks,
        Question.@Nullable Resource resource) {

    /**
     * An option.
     *
     * @param key "a", "b", "c" … in the order shown
     */
    public record Option(String key, String text) {}

    /** All questions of a paper. */
    public static List<ShownQuestion> of(Paper paper) {
        var shown = new ArrayList<ShownQuestion>();
        for (Paper.Item item : paper.items()) {
            Question question = item.question();
            shown.add(new ShownQuestion(
                    shown.size(),
                    question.id(),
                    question.kind(),
                    question.category(),
                    question.difficulty(),
                    question.stem(),
                    options(item.options()),
                    question.kind() == QuestionKind.POEM_LINE
                            ? question.answer().size()
                            : null,
                    question.resource()));
        }
        return shown;
    }

    /** Texts with their keys. */
    public static List<Option> options(List<String> texts) {
        var options = new ArrayList<Option>();
        for (int i = 0; i < texts.size(); i++) {
            options.add(new Option(OptionKeys.key(i), texts.get(i)));
        }
        return options;
    }
}
