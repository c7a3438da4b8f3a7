package org.shuxiang.quiz.regrade.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;
import org.shuxiang.quiz.regrade.LeaseLostException;
import org.shuxiang.quiz.regrade.Regrade;
import org.shuxiang.quiz.regrade.Regrades;
import org.shuxiang.quiz.regrade.Regrading;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whoever writes its name into the document first, works; every later write asks for that name. */
final class MongoRegrades implements Regrades {

    private final ReactiveMongoTemplate mongo;
    private final Clock clock;
    private final String instance = UUID.randomUUID().toString();

    MongoRegrades(ReactiveMongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Mono<Regrade> find(String bankId, int version) {
        return mongo.findById(RegradeDocument.id(bankId, version), RegradeDocument.class)
                .map(RegradeDocument::asRegrade);
    }

    @Override
    public Mono<Void> open(String bankId, int version) {
        return mongo.insert(RegradeDocument.of(Regrade.opened(bankId, version), null, Instant.EPOCH))
                .onErrorResume(DuplicateKeyException.class, e -> Mono.empty())
                .then();
    }

    /** There are as many as there ever were corrections: few. */
    @Override
    public Flux<Regrade> running() {
        return mongo.find(Query.query(where("state").is(Regrade.State.RUNNING)), RegradeDocument.class)
                .map(RegradeDocument::asRegrade)
                .sort(Comparator.comparing(Regrade::bankId).thenComparing(Regrade::version));
    }

    @Override
    public Mono<Regrade> claim(Regrade regrade) {
        Criteria free = byId(regrade)
                .and("state")
                .is(Regrade.State.RUNNING)
                .and("leaseUntil")
                .lt(clock.instant());
        return mongo.findAndModify(
                        Query.query(free),
                        new Update().set("owner", instance).set("leaseUntil", leaseUntil()),
                        FindAndModifyOptions.options().returnNew(true),
                        RegradeDocument.class)
                .map(RegradeDocument::asRegrade);
    }

    @Override
    public Mono<Boolean> renew(Regrade regrade) {
        return mongo.updateFirst(mine(regrade), new Update().set("leaseUntil", leaseUntil()), RegradeDocument.class)
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Regrade> save(Regrade regrade) {
        return mongo.findAndReplace(mine(regrade), RegradeDocument.of(regrade, instance, leaseUntil()))
                .switchIfEmpty(Mono.error(() -> new LeaseLostException(regrade)))
                .thenReturn(regrade);
    }

    @Override
    public Mono<Void> release(Regrade regrade) {
        return mongo.updateFirst(
                        mine(regrade),
                        new Update().unset("owner").set("leaseUntil", Instant.EPOCH),
                        RegradeDocument.class)
                .then();
    }

    private Query mine(Regrade regrade) {
        return Query.query(byId(regrade).and("owner").is(instance));
    }

    private static Criteria byId(Regrade regrade) {
        return where("_id").is(RegradeDocument.id(regrade.bankId(), regrade.version()));
    }

    private Instant leaseUntil() {
        return clock.instant().plus(Regrading.LEASE).truncatedTo(ChronoUnit.MILLIS);
    }
}
