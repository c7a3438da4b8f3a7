package org.shuxiang.platform.audit;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What staff did in this service, kept in its own database; entries are added and never changed. */
public final class AuditLog {

    static final int LARGEST_PAGE = 200;

    private final ReactiveMongoTemplate mongo;
    private final Clock clock;

    AuditLog(ReactiveMongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    public Mono<Void> record(String actor, String action, String target, String detail) {
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        return mongo.insert(new AuditEntry(id, clock.instant(), actor, action, target, detail))
                .then();
    }

    /** Entries older than {@code before} (an entry's id), or the newest, newest first, at most {@code limit} of them. */
    public Flux<AuditEntry> before(@Nullable String before, int limit) {
        Query query = before == null ? new Query() : Query.query(where("_id").lt(before));
        return mongo.find(
                query.with(Sort.by(Sort.Direction.DESC, "_id")).limit(Math.clamp(limit, 1, LARGEST_PAGE)),
                AuditEntry.class);
    }
}
