package org.shuxiang.quiz.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.Question;

/**
 * The questions of a bank after a file was imported into it.
 *
 * @param added questions that were not there before
 * @param changed questions that were there and differ
 * @param removed questions that are gone
 */
record QuestionMerge(List<Question> questions, int added, int changed, int removed) {

    QuestionMerge {
        questions = List.copyOf(questions);
    }

    /** @param replace whether questions that are not imported go; else they stay as they are, where they are */
    static QuestionMerge of(List<Question> before, List<Question> imported, boolean replace) {
        Map<String, Question> known = new LinkedHashMap<>();
        before.forEach(question -> known.put(question.id(), question));
        Map<String, Question> after = replace ? new LinkedHashMap<>() : new LinkedHashMap<>(known);
        int added = 0;
        int changed = 0;
        for (Question question : imported) {
            after.put(question.id(), question);
            @Nullable Question earlier = known.get(question.id());
            if (earlier == null) {
                added++;
            } else if (!Objects.equals(earlier, question)) {
                changed++;
            }
        }
        int removed = known.size() + added - after.size();
        return new QuestionMerge(new ArrayList<>(after.values()), added, changed, removed);
    }
}
