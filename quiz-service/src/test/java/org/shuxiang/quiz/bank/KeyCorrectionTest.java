package org.shuxiang.quiz.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.quiz.QuizFixture.BANK;
import static org.shuxiang.quiz.QuizFixture.bank;
import static org.shuxiang.quiz.QuizFixture.question;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.quiz.Question;

class KeyCorrectionTest {

    private static final Question REWORDED = new Question(
            "a",
            question("a", 0).kind(),
            question("a", 0).category(),
            question("a", 0).difficulty(),
            "另一个题目",
            question("a", 0).options(),
            List.of(1),
            "因为如此",
            "《荆楚岁时记》",
            null);

    @Test
    void namesTheQuestionsWhoseAnswerChangesSinceTheyAskTheSame() {
        QuestionBanks banks = QuestionBanksFixture.holding(
                bank(1, List.of(REWORDED, question("b", 0))),
                bank(2, List.of(question("a", 0), question("b", 0))),
                bank(3, List.of(question("a", 0), question("b", 0))));

        var next = new BankVersion(bank(4, List.of(question("a", 1), question("b", 2), question("c", 0))));

        assertThat(banks.correction(next)).contains(new KeyCorrection(BANK, 4, Map.of("a", 2, "b", 1)));
    }

    @Test
    void leavesAQuestionAloneThatIsRewordedNewOrGone() {
        QuestionBanks banks =
                QuestionBanksFixture.holding(bank(1, List.of(question("a", 0), question("b", 0), question("c", 0))));

        var next = new BankVersion(bank(2, List.of(REWORDED, question("b", 0), question("d", 1))));

        assertThat(banks.correction(next)).isEmpty();
        assertThat(QuestionBanksFixture.holding().correction(new BankVersion(bank(1, List.of(question("a", 0))))))
                .isEmpty();
    }

    @Test
    void doesNotReachPastAVersionThatDidNotHaveTheQuestion() {
        QuestionBanks banks = QuestionBanksFixture.holding(
                bank(1, List.of(question("a", 0))),
                bank(2, List.of(question("b", 0))),
                bank(3, List.of(question("a", 0))));

        assertThat(banks.correction(new BankVersion(bank(4, List.of(question("a", 1))))))
                .contains(new KeyCorrection(BANK, 4, Map.of("a", 3)));
    }
}
