package org.shuxiang.quiz.attempt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.Answer;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AskedQuestion;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionKind;
import org.shuxiang.quiz.bank.QuestionBanks;

/**
 * What an answer sheet scores: ten points for each question that is answered fully right, nothing otherwise.
 *
 * @param right by the paper's positions
 * @param keyVersion the newest version of the bank that any answer of the key came with
 */
public record Grade(List<Boolean> right, int keyVersion) {

    static final int POINTS = 10;

    public Grade {
        right = List.copyOf(right);
    }

    static Grade of(
            String bankId, int bankVersion, List<AskedQuestion> paper, List<Answer> answers, QuestionBanks banks) {
        Map<Integer, List<Integer>> chosen = new HashMap<>();
        answers.forEach(answer -> chosen.putIfAbsent(answer.position(), answer.chosen()));
        var right = new ArrayList<Boolean>(paper.size());
        int keyVersion = bankVersion;
        for (int position = 0; position < paper.size(); position++) {
            AskedQuestion asked = paper.get(position);
            QuestionBanks.Key key = banks.key(bankId, bankVersion, asked.questionId());
            keyVersion = Math.max(keyVersion, key.since());
            right.add(isRight(key.question(), asked.order(), chosen.getOrDefault(position, List.of())));
        }
        return new Grade(right, keyVersion);
    }

    private static boolean isRight(Question question, List<Integer> order, List<Integer> chosen) {
        List<Integer> picked = chosen.stream().map(order::get).toList();
        if (question.kind() == QuestionKind.POEM_LINE) {
            // two tiles with the same character are as good as each other
            return texts(question, picked).equals(texts(question, question.answer()));
        }
        return picked.size() == question.answer().size() && Set.copyOf(picked).equals(Set.copyOf(question.answer()));
    }

    private static List<String> texts(Question question, List<Integer> indexes) {
        return indexes.stream().map(question.options()::get).toList();
    }

    public int correct() {
        return (int) right.stream().filter(isRight -> isRight).count();
    }

    public int total() {
        return right.size();
    }

    public int score() {
        return correct() * POINTS;
    }

    public int maxScore() {
        return total() * POINTS;
    }
}
