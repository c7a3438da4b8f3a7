package org.shuxiang.quiz.bank.mongo;

import java.util.List;
import org.shuxiang.platform.outbox.HasOutbox;
import org.shuxiang.platform.outbox.PendingEvent;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the next decision about a bank needs; its questions are in the log.
 *
 * @param version that was decided last
 */
@Document(BankDocument.COLLECTION)
record BankDocument(@Id String id, String title, int version, List<PendingEvent> outbox) implements HasOutbox {

    static final String COLLECTION = "banks";
}
