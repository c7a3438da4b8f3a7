package org.shuxiang.campaign.staff.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.shuxiang.campaign.staff.Account;
import org.shuxiang.campaign.staff.AccountStore;
import org.shuxiang.campaign.staff.Lockout;
import org.shuxiang.contracts.SignedOutEverywhere;
import org.shuxiang.platform.outbox.HasOutbox;
import org.shuxiang.platform.outbox.Outbox;
import org.shuxiang.platform.outbox.PendingEvent;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One document an account, by user name. */
@Repository
class MongoAccounts implements AccountStore {

    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;

    MongoAccounts(ReactiveMongoTemplate mongo, Outbox outbox) {
        this.mongo = mongo;
        this.outbox = outbox;
    }

    @Override
    public Flux<Account> all() {
        return mongo.findAll(AccountDocument.class).map(AccountDocument::account);
    }

    @Override
    public Mono<Account> find(String username) {
        return mongo.findById(username, AccountDocument.class).map(AccountDocument::account);
    }

    @Override
    public Mono<Boolean> insert(Account account) {
        return mongo.insert(AccountDocument.of(account))
                .thenReturn(true)
                .onErrorResume(DuplicateKeyException.class, e -> Mono.just(false));
    }

    @Override
    public Mono<Void> save(Account account, List<SignedOutEverywhere> events) {
        var update = new Update()
                .set("displayName", account.displayName())
                .set("passwordHash", account.passwordHash())
                .set("mustChangePassword", account.mustChangePassword())
                .set("disabled", account.disabled());
        if (!events.isEmpty()) {
            update.push(HasOutbox.FIELD)
                    .each(events.stream()
                            .map(event -> PendingEvent.of(SignedOutEverywhere.TOPIC, event.subject(), event))
                            .toArray());
        }
        return mongo.findAndModify(
                        Query.query(where("_id").is(account.username())),
                        update,
                        FindAndModifyOptions.options().returnNew(true),
                        AccountDocument.class)
                .flatMap(outbox::relay);
    }

    @Override
    public Mono<Boolean> changeLockout(String username, Lockout expected, Lockout next) {
        var unchanged = Query.query(where("_id")
                .is(username)
                .and("attempts")
                .is(expected.attempts())
                .and("lockedUntil")
                .is(expected.lockedUntil()));
        var update = new Update().set("attempts", next.attempts()).set("lockedUntil", next.lockedUntil());
        return mongo.updateFirst(unchanged, update, AccountDocument.class).map(result -> result.getMatchedCount() > 0);
    }
}
