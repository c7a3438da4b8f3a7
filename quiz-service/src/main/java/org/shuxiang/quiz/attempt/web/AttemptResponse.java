package org.shuxiang.quiz.attempt.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AskedQuestion;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionKind;
import org.shuxiang.contracts.quiz.RejectionReason;
import org.shuxiang.quiz.attempt.Attempt;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.shuxiang.quiz.paper.AttemptId;
import org.shuxiang.quiz.paper.OptionKeys;
import org.shuxiang.quiz.paper.ShownQuestion;

/**
 * An attempt as its participant sees it.
 *
 * @param state RECEIVED until it is graded
 */
record AttemptResponse(
        String attemptId,
        String activityId,
        int number,
        State state,
        @Nullable RejectionReason reason,
        @Nullable Integer score,
        @Nullable Integer maxScore,
        @Nullable Integer correct,
        @Nullable Integer total,
        @Nullable Long durationMillis,
        @Nullable Instant submittedAt,
        @Nullable List<GradedAnswer> answers) {

    enum State {
        RECEIVED,
        GRADED,
        REJECTED
    }

    /**
     * A question with what was chosen and what would have been right.
     *
     * @param correct keys of the right options, in order for POEM_LINE
     */
    record GradedAnswer(
            int position,
            String id,
            QuestionKind kind,
            String category,
            String stem,
            List<ShownQuestion.Option> options,
            List<String> chosen,
            List<String> correct,
            boolean right,
            String explanation,
            String source,
            boolean resourceOpened) {}

    static AttemptResponse received(AttemptId id) {
        return new AttemptResponse(
                id.text(),
                id.activityId(),
                id.number(),
                State.RECEIVED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static AttemptResponse of(Attempt attempt, QuestionBanks banks) {
        return new AttemptResponse(
                attempt.id(),
                attempt.sheet().activityId(),
                attempt.sheet().number(),
                attempt.rejection() == null ? State.GRADED : State.REJECTED,
                attempt.rejection(),
                attempt.grade().score(),
                attempt.grade().maxScore(),
                attempt.grade().correct(),
                attempt.grade().total(),
                attempt.durationMillis(),
                attempt.sheet().occurredAt(),
                answers(attempt, banks));
    }

    private static List<GradedAnswer> answers(Attempt attempt, QuestionBanks banks) {
        AnswerSheetSubmitted sheet = attempt.sheet();
        Map<Integer, List<Integer>> chosen = new HashMap<>();
        sheet.answers().forEach(answer -> chosen.put(answer.position(), answer.chosen()));
        var answers = new ArrayList<GradedAnswer>();
        for (int position = 0; position < sheet.paper().size(); position++) {
            AskedQuestion asked = sheet.paper().get(position);
            Question question = banks.key(sheet.bankId(), sheet.bankVersion(), asked.questionId())
                    .question();
            answers.add(new GradedAnswer(
                    position,
                    question.id(),
                    question.kind(),
                    question.category(),
                    question.stem(),
                    ShownQuestion.options(
                            asked.order().stream().map(question.options()::get).toList()),
                    keys(chosen.getOrDefault(position, List.of())),
                    keys(question.answer().stream().map(asked.order()::indexOf).toList()),
                    attempt.grade().right().get(position),
                    question.explanation(),
                    question.source(),
                    sheet.resourcesOpened().contains(position)));
        }
        return answers;
    }

    private static List<String> keys(List<Integer> indexes) {
        return indexes.stream().map(OptionKeys::key).toList();
    }
}
