package org.shuxiang.quiz.paper;

import java.time.Instant;
import java.util.List;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AskedQuestion;
import org.shuxiang.contracts.quiz.AttemptLimits;

/**
 * What the server has to know when a paper is handed in; the participant carries it, encrypted.
 *
 * @param issuedAt whole milliseconds
 * @param expiresAt whole milliseconds; end of the time limit, without the grace
 */
public record PaperTicket(
        AttemptId attempt,
        String campaignId,
        String bankId,
        int bankVersion,
        Instant issuedAt,
        Instant expiresAt,
        int graceSeconds,
        AttemptLimits limits,
        List<AskedQuestion> paper) {

    public PaperTicket {
        paper = List.copyOf(paper);
    }

    /** The last moment at which the paper can be handed in. */
    public Instant lastMoment() {
        return expiresAt.plusSeconds(graceSeconds);
    }
}
