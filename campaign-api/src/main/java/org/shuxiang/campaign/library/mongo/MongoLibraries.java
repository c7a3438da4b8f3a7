package org.shuxiang.campaign.library.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.shuxiang.campaign.library.Library;
import org.shuxiang.campaign.library.LibraryStore;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.LibraryRegistered;
import org.shuxiang.platform.outbox.HasOutbox;
import org.shuxiang.platform.outbox.Outbox;
import org.shuxiang.platform.outbox.PendingEvent;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One document a library. */
@Repository
class MongoLibraries implements LibraryStore {

    private static final int BATCH = 200;
    private static final int RELAYS = 16;

    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;
    private final Clock clock;

    MongoLibraries(ReactiveMongoTemplate mongo, Outbox outbox, Clock clock) {
        this.mongo = mongo;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Flux<Library> all() {
        return mongo.findAll(LibraryDocument.class).map(LibraryDocument::library);
    }

    @Override
    public Mono<Void> saveAll(List<Library> libraries) {
        return Flux.fromIterable(libraries)
                .buffer(BATCH)
                .concatMap(this::saveBatch)
                .then();
    }

    private Mono<Void> saveBatch(List<Library> batch) {
        Instant now = clock.instant();
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, LibraryDocument.class);
        for (Library library : batch) {
            bulk.upsert(Query.query(where("_id").is(library.code())), change(library, now));
        }
        var written =
                Query.query(where("_id").in(batch.stream().map(Library::code).toList()));
        return bulk.execute()
                .thenMany(mongo.find(written, LibraryDocument.class))
                .flatMap(outbox::relay, RELAYS)
                .then();
    }

    private static Update change(Library library, Instant now) {
        var event = new LibraryRegistered(
                "library-" + library.code() + "@" + now.toEpochMilli(),
                now,
                library.code(),
                library.name(),
                library.level(),
                library.region(),
                library.parent(),
                library.inhabitants(),
                library.readers());
        return new Update()
                .set("name", library.name())
                .set("level", library.level())
                .set("region", library.region())
                .set("parent", library.parent())
                .set("inhabitants", library.inhabitants())
                .set("readers", library.readers())
                .inc("revision", 1)
                .push(HasOutbox.FIELD, PendingEvent.of(CampaignTopics.LIBRARIES, library.code(), event));
    }
}
