package org.shuxiang.quiz.attempt.mongo;

import java.util.List;
import org.shuxiang.quiz.attempt.Ledger;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A ledger as stored.
 *
 * @param decided how many sheets were decided: a writer that read another number was overtaken
 */
@Document(LedgerDocument.COLLECTION)
record LedgerDocument(@Id String id, int decided, List<Ledger.Entry> entries) {

    static final String COLLECTION = "ledgers";

    static LedgerDocument of(Ledger ledger) {
        return new LedgerDocument(ledger.id(), ledger.entries().size(), ledger.entries());
    }

    Ledger asLedger() {
        return new Ledger(id, entries);
    }
}
