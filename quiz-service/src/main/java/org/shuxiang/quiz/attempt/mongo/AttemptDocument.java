package org.shuxiang.quiz.attempt.mongo;

import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.RejectionReason;
import org.shuxiang.quiz.attempt.Attempt;
import org.shuxiang.quiz.attempt.Grade;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** An attempt as stored. */
@Document(AttemptDocument.COLLECTION)
record AttemptDocument(
        @Id String id,
        AnswerSheetSubmitted sheet,
        Grade grade,
        @Nullable RejectionReason rejection) {

    static final String COLLECTION = "attempts";

    static AttemptDocument of(Attempt attempt) {
        return new AttemptDocument(attempt.id(), attempt.sheet(), attempt.grade(), attempt.rejection());
    }

    Attempt asAttempt() {
        return new Attempt(sheet, grade, rejection);
    }
}
