package org.shuxiang.quiz.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.quiz.QuizFixture.question;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.quiz.Question;

class QuestionMergeTest {

    private static final List<Question> BEFORE = List.of(question("a", 0), question("b", 0), question("c", 0));
    private static final List<Question> FILE = List.of(question("d", 0), question("b", 1), question("a", 0));

    @Test
    void keepsWhatTheFileDoesNotName() {
        assertThat(QuestionMerge.of(BEFORE, FILE, false))
                .isEqualTo(new QuestionMerge(
                        List.of(question("a", 0), question("b", 1), question("c", 0), question("d", 0)), 1, 1, 0));
    }

    @Test
    void removesItWhenTheFileReplacesTheBank() {
        assertThat(QuestionMerge.of(BEFORE, FILE, true)).isEqualTo(new QuestionMerge(FILE, 1, 1, 1));
    }
}
