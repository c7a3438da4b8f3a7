package org.shuxiang.quiz.attempt;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.AttemptEvent;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptGraded;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptRejected;
import org.shuxiang.contracts.quiz.RejectionReason;
import org.shuxiang.quiz.bank.QuestionBanks;

/**
 * A sheet and what became of it. A rejected one is graded as well: the participant sees what was right, it just does not
 * count.
 *
 * @param rejection why it does not count, or null when it does
 */
public record Attempt(
        AnswerSheetSubmitted sheet, Grade grade, @Nullable RejectionReason rejection) {

    static Attempt of(AnswerSheetSubmitted sheet, @Nullable RejectionReason rejection, QuestionBanks banks) {
        return new Attempt(
                sheet, Grade.of(sheet.bankId(), sheet.bankVersion(), sheet.paper(), sheet.answers(), banks), rejection);
    }

    public String id() {
        return sheet.attemptId();
    }

    public long durationMillis() {
        return Duration.between(sheet.issuedAt(), sheet.occurredAt()).toMillis();
    }

    /** The same sheet by the key that holds now. */
    Attempt regraded(QuestionBanks banks) {
        return of(sheet, rejection, banks);
    }

    /** As the log tells it; of the same id whenever the same is told again. */
    AttemptEvent asEvent() {
        if (rejection != null) {
            return new AttemptRejected(
                    id() + "#rejected",
                    sheet.occurredAt(),
                    sheet.campaignId(),
                    sheet.activityId(),
                    id(),
                    sheet.participant(),
                    sheet.number(),
                    rejection);
        }
        return new AttemptGraded(
                id() + "#" + grade.keyVersion(),
                sheet.occurredAt(),
                sheet.campaignId(),
                sheet.activityId(),
                id(),
                sheet.participant(),
                sheet.number(),
                grade.score(),
                grade.maxScore(),
                grade.correct(),
                grade.total(),
                durationMillis(),
                grade.keyVersion());
    }
}
