package org.shuxiang.contracts.quiz;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.Participant;

/** What asks the grader for a grade. Key: participant id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface AnswerSheetEvent extends Event {

    @Override
    String campaignId();

    String activityId();

    String attemptId();

    String participantId();

    /**
     * A participant handed in a paper. {@code occurredAt} is when the server received it first.
     *
     * @param number the attempt's number, from 1
     * @param bankVersion the version of the bank that the paper was drawn from
     * @param limits how many attempts count, as the activity said when the sheet came in
     * @param issuedAt when the paper was handed out
     * @param paper the questions as they were asked: the log alone is enough to grade them again
     * @param answers what was chosen, by the paper's positions; a position that is missing was not answered
     * @param resourcesOpened positions whose resource was opened
     */
    record AnswerSheetSubmitted(
            String eventId,
            Instant occurredAt,
            String campaignId,
            String activityId,
            String attemptId,
            Participant participant,
            int number,
            AttemptLimits limits,
            String bankId,
            int bankVersion,
            Instant issuedAt,
            List<AskedQuestion> paper,
            List<Answer> answers,
            List<Integer> resourcesOpened)
            implements AnswerSheetEvent {

        public AnswerSheetSubmitted {
            paper = List.copyOf(paper);
            answers = List.copyOf(answers);
            resourcesOpened = List.copyOf(resourcesOpened);
        }

        @Override
        public String participantId() {
            return participant.id();
        }
    }

    /** The key of a question in that attempt was corrected: grade it again. */
    record RegradeRequested(
            String eventId,
            Instant occurredAt,
            String campaignId,
            String activityId,
            String attemptId,
            String participantId,
            String bankId,
            int bankVersion)
            implements AnswerSheetEvent {}

    /**
     * A question as it was asked.
     *
     * @param questionId in the bank
     * @param order the question's option indexes in the order shown
     */
    record AskedQuestion(String questionId, List<Integer> order) {

        public AskedQuestion {
            order = List.copyOf(order);
        }
    }

    /**
     * What was chosen at a position of the paper.
     *
     * @param chosen indexes into the options as shown
     */
    record Answer(int position, List<Integer> chosen) {

        public Answer {
            chosen = List.copyOf(chosen);
        }
    }
}
