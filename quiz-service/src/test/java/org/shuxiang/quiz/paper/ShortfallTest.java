package org.shuxiang.quiz.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.quiz.QuizFixture.BANK;
import static org.shuxiang.quiz.QuizFixture.bank;
import static org.shuxiang.quiz.QuizFixture.questions;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.campaign.BlueprintPart;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.quiz.bank.BankVersion;
import org.shuxiang.quiz.bank.QuestionBanksFixture;

class ShortfallTest {

    private static final BankVersion BANK_OF_TEN =
            QuestionBanksFixture.holding(bank(1, questions(10))).latest(BANK).orElseThrow();

    @Test
    void addsUpTheParts() {
        var easy = new BlueprintPart("春节习俗", Difficulty.EASY, 6);
        var hard = new BlueprintPart("春节习俗", Difficulty.HARD, 1);

        assertThat(Shortfall.of(BANK_OF_TEN, List.of(easy))).isEmpty();
        assertThat(Shortfall.of(BANK_OF_TEN, List.of(easy, hard, easy)))
                .containsExactly(
                        new Shortfall("春节习俗", Difficulty.EASY, 12, 10), new Shortfall("春节习俗", Difficulty.HARD, 1, 0));
    }
}
