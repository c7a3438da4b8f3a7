package org.shuxiang.quiz.bank.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.outbox.HasOutbox;
import org.shuxiang.platform.outbox.Outbox;
import org.shuxiang.platform.outbox.PendingEvent;
import org.shuxiang.quiz.bank.BankStore;
import org.shuxiang.quiz.bank.VersionTakenException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** A version is decided by writing its number and its event into the bank's document, which only one writer can do. */
final class MongoBanks implements BankStore {

    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;

    MongoBanks(ReactiveMongoTemplate mongo, Outbox outbox) {
        this.mongo = mongo;
        this.outbox = outbox;
    }

    /** What a crash left unpublished is published on the way: the caller is going to wait for it. */
    @Override
    public Mono<Integer> lastVersion(String bankId) {
        return mongo.findById(bankId, BankDocument.class)
                .flatMap(bank -> outbox.relay(bank).thenReturn(bank.version()));
    }

    @Override
    public Mono<Void> publish(QuestionBankPublished version, int last) {
        var event = PendingEvent.of(QuizTopics.BANKS, version.eventId(), version);
        return (last == 0 ? found(version, event) : advance(version, event, last)).flatMap(outbox::relay);
    }

    private Mono<BankDocument> found(QuestionBankPublished version, PendingEvent event) {
        return mongo.insert(new BankDocument(version.bankId(), version.title(), version.bankVersion(), List.of(event)))
                .onErrorMap(DuplicateKeyException.class, e -> taken(version));
    }

    private Mono<BankDocument> advance(QuestionBankPublished version, PendingEvent event, int last) {
        return mongo.findAndModify(
                        Query.query(
                                where("_id").is(version.bankId()).and("version").is(last)),
                        new Update()
                                .set("version", version.bankVersion())
                                .set("title", version.title())
                                .push(HasOutbox.FIELD, event),
                        FindAndModifyOptions.options().returnNew(true),
                        BankDocument.class)
                .switchIfEmpty(Mono.error(() -> taken(version)));
    }

    private static VersionTakenException taken(QuestionBankPublished version) {
        return new VersionTakenException(version.bankId(), version.bankVersion());
    }
}
