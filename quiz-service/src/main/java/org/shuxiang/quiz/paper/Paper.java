package org.shuxiang.quiz.paper;

import java.util.List;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AskedQuestion;
import org.shuxiang.contracts.quiz.Question;

/** The questions of an attempt, in the order in which they are asked. */
public record Paper(List<Item> items) {

    public Paper {
        items = List.copyOf(items);
    }

    /**
     * A question with the order of its options.
     *
     * @param order indexes into the question's options, as shown
     */
    public record Item(Question question, List<Integer> order) {

        public Item {
            order = List.copyOf(order);
        }

        /** The texts of the options, as shown. */
        public List<String> options() {
            return order.stream().map(question.options()::get).toList();
        }
    }

    /** As the answer sheet's event keeps it. */
    public List<AskedQuestion> asked() {
        return items.stream()
                .map(item -> new AskedQuestion(item.question().id(), item.order()))
                .toList();
    }
}
