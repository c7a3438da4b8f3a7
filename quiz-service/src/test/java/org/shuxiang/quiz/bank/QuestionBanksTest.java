package org.shuxiang.quiz.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuxiang.quiz.QuizFixture.BANK;
import static org.shuxiang.quiz.QuizFixture.bank;
import static org.shuxiang.quiz.QuizFixture.question;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.platform.log.NotYetKnownException;

class QuestionBanksTest {

    private final QuestionBanks banks = new QuestionBanks();

    @BeforeEach
    void publishFirstVersion() {
        banks.apply(BANK + "@1", bank(1, List.of(question("Q", 0))));
    }

    @Test
    void gradesByTheAnswerThatWasCorrectedLater() {
        banks.apply(BANK + "@2", bank(2, List.of(question("Q", 0), question("R", 1))));
        banks.apply(BANK + "@3", bank(3, List.of(question("Q", 2), question("R", 1))));
        banks.apply(BANK + "@4", bank(4, List.of(question("Q", 2))));

        QuestionBanks.Key key = banks.key(BANK, 1, "Q");

        assertThat(key.question().answer()).containsExactly(2);
        assertThat(key.since()).isEqualTo(3);
    }

    @Test
    void leavesAttemptsAloneThatWereAskedSomethingElse() {
        Question asked = question("Q", 0);
        var reworded = new Question(
                "Q",
                asked.kind(),
                asked.category(),
                asked.difficulty(),
                "另一个问题",
                asked.options(),
                List.of(3),
                asked.explanation(),
                asked.source(),
                null);
        banks.apply(BANK + "@2", bank(2, List.of(reworded)));
        banks.apply(BANK + "@3", bank(3, List.of(question("Q", 1))));

        assertThat(banks.key(BANK, 1, "Q").question().answer()).containsExactly(0);
        assertThat(banks.key(BANK, 1, "Q").since()).isEqualTo(1);
    }

    @Test
    void saysThatAVersionIsNotKnownYet() {
        assertThatThrownBy(() -> banks.key(BANK, 9, "Q")).isInstanceOf(NotYetKnownException.class);
    }
}
