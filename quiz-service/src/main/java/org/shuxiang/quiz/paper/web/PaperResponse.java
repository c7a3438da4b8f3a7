package org.shuxiang.quiz.paper.web;

import java.time.Instant;
import java.util.List;
import org.shuxiang.quiz.paper.PaperTicket;
import org.shuxiang.quiz.paper.SheetRules.Issued;
import org.shuxiang.quiz.paper.ShownQuestion;

/** A paper as handed out. */
record PaperResponse(
        String paperToken,
        String attemptId,
        int number,
        Instant issuedAt,
        Instant expiresAt,
        Instant serverTime,
        long timeLimitSeconds,
        int graceSeconds,
        List<ShownQuestion> questions) {

    static PaperResponse of(Issued issued) {
        PaperTicket ticket = issued.ticket();
        return new PaperResponse(
                issued.token(),
                ticket.attempt().text(),
                ticket.attempt().number(),
                ticket.issuedAt(),
                ticket.expiresAt(),
                issued.now(),
                ticket.expiresAt().getEpochSecond() - ticket.issuedAt().getEpochSecond(),
                ticket.graceSeconds(),
                ShownQuestion.of(issued.paper()));
    }
}
