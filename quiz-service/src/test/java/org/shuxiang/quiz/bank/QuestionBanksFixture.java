package org.shuxiang.quiz.bank;

import org.shuxiang.contracts.quiz.QuestionBankPublished;

/** Question banks as if they had been read from the log. */
public final class QuestionBanksFixture {

    private QuestionBanksFixture() {}

    public static QuestionBanks holding(QuestionBankPublished... versions) {
        var banks = new QuestionBanks();
        for (QuestionBankPublished version : versions) {
            banks.apply(version.eventId(), version);
        }
        return banks;
    }
}
