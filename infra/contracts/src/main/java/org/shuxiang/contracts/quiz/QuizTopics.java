package org.shuxiang.contracts.quiz;

import org.shuxiang.contracts.Topic;

/** The topics that quiz-service writes, and nobody else. */
public final class QuizTopics {

    /** Key: participant id. */
    public static final Topic<AnswerSheetEvent> ANSWER_SHEETS =
            new Topic<>("quiz.answer-sheets.v1", AnswerSheetEvent.class, false);

    /** Key: participant id. */
    public static final Topic<AttemptEvent> ATTEMPTS = new Topic<>("quiz.attempts.v1", AttemptEvent.class, false);

    /** Key: bank id, "@", version. Holds the answers: never read it for a public page. */
    public static final Topic<QuestionBankPublished> BANKS =
            new Topic<>("quiz.banks.v1", QuestionBankPublished.class, true);

    private QuizTopics() {}
}
