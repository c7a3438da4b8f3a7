package org.shuxiang.campaign.participant.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import org.shuxiang.campaign.participant.ParticipantRecord;
import org.shuxiang.campaign.participant.ParticipantView;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Found and written by id only. */
@Repository
class MongoParticipants implements ParticipantView.Store {

    private final ReactiveMongoTemplate mongo;

    MongoParticipants(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Flux<ParticipantRecord> find(Collection<String> ids) {
        return mongo.find(Query.query(where("_id").in(ids)), ParticipantDocument.class)
                .map(ParticipantDocument::record);
    }

    @Override
    public Mono<Void> saveAll(Collection<ParticipantRecord> records) {
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, ParticipantDocument.class);
        for (ParticipantRecord record : records) {
            bulk.replaceOne(
                    Query.query(where("_id").is(record.id())),
                    ParticipantDocument.of(record),
                    FindAndReplaceOptions.options().upsert());
        }
        return bulk.execute().then();
    }
}
