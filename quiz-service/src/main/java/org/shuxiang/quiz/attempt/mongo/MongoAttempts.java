package org.shuxiang.quiz.attempt.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.shuxiang.quiz.attempt.Attempt;
import org.shuxiang.quiz.attempt.Attempts;
import org.shuxiang.quiz.attempt.Ledger;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Attempts in MongoDB: all that is read is found by {@code _id}, all that is written goes in bulk. */
final class MongoAttempts implements Attempts {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final ReactiveMongoTemplate mongo;

    MongoAttempts(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Ledger> ledger(String ledgerId) {
        return mongo.findById(ledgerId, LedgerDocument.class).map(LedgerDocument::asLedger);
    }

    @Override
    public Mono<Attempt> attempt(String attemptId) {
        return mongo.findById(attemptId, AttemptDocument.class).map(AttemptDocument::asAttempt);
    }

    @Override
    public Flux<Ledger> ledgers(Collection<String> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : mongo.find(byIds(ids), LedgerDocument.class).map(LedgerDocument::asLedger);
    }

    @Override
    public Flux<Attempt> attempts(Collection<String> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : mongo.find(byIds(ids), AttemptDocument.class).map(AttemptDocument::asAttempt);
    }

    /** Ledgers first: whoever was overtaken writes nothing, and whoever sees an attempt finds it in the ledger. */
    @Override
    public Mono<Void> save(List<Ledger> ledgers, Collection<Ledger> before, List<Attempt> attempts) {
        return saveLedgers(ledgers, before).then(Mono.defer(() -> saveAttempts(attempts)));
    }

    private Mono<Void> saveAttempts(List<Attempt> attempts) {
        return bulk(
                        AttemptDocument.COLLECTION,
                        attempts.stream()
                                .map(attempt -> replace(new Document("_id", attempt.id()), AttemptDocument.of(attempt)))
                                .toList())
                .then();
    }

    private Mono<Void> saveLedgers(List<Ledger> ledgers, Collection<Ledger> before) {
        Map<String, Integer> decided = before.stream()
                .collect(Collectors.toMap(Ledger::id, ledger -> ledger.entries().size()));
        return bulk(
                        LedgerDocument.COLLECTION,
                        ledgers.stream()
                                .map(ledger -> new ReplaceOneModel<>(
                                        // no $and, in which the embedded server would not look for the id
                                        new Document("_id", ledger.id())
                                                .append("decided", decided.getOrDefault(ledger.id(), 0)),
                                        document(LedgerDocument.of(ledger)),
                                        UPSERT))
                                .toList())
                .onErrorMap(DuplicateKeyException.class, MongoAttempts::overtaken)
                .doOnNext(result -> {
                    if (result.getMatchedCount() + result.getUpserts().size() != ledgers.size()) {
                        throw overtaken(null);
                    }
                })
                .then();
    }

    private Mono<BulkWriteResult> bulk(String collection, List<? extends WriteModel<Document>> models) {
        return models.isEmpty()
                ? Mono.empty()
                : mongo.execute(collection, documents -> documents.bulkWrite(models, UNORDERED))
                        .next();
    }

    private WriteModel<Document> replace(Document filter, Object replacement) {
        return new ReplaceOneModel<>(filter, document(replacement), UPSERT);
    }

    private Document document(Object source) {
        var document = new Document();
        mongo.getConverter().write(source, document);
        return document;
    }

    private static OptimisticLockingFailureException overtaken(@org.jspecify.annotations.Nullable Throwable cause) {
        return new OptimisticLockingFailureException("a ledger was changed by another instance", cause);
    }

    private static Query byIds(Collection<String> ids) {
        return Query.query(where("_id").in(ids));
    }
}
