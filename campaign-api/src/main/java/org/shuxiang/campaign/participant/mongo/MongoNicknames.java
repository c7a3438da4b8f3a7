package org.shuxiang.campaign.participant.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.Map;
import org.shuxiang.campaign.participant.Nicknames;
import org.shuxiang.contracts.campaign.NicknameChosen;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Found and written by id only. */
@Repository
class MongoNicknames implements Nicknames.Store {

    private final ReactiveMongoTemplate mongo;

    MongoNicknames(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Map<String, String>> find(Collection<String> participants) {
        return mongo.find(Query.query(where("_id").in(participants)), NicknameDocument.class)
                .collectMap(NicknameDocument::id, NicknameDocument::nickname);
    }

    @Override
    public Mono<Void> saveAll(Collection<NicknameChosen> chosen) {
        var bulk = mongo.bulkOps(BulkMode.ORDERED, NicknameDocument.class);
        for (NicknameChosen name : chosen) {
            bulk.replaceOne(
                    Query.query(where("_id").is(name.participantId())),
                    new NicknameDocument(name.participantId(), name.nickname()),
                    FindAndReplaceOptions.options().upsert());
        }
        return bulk.execute().then();
    }

    @Override
    public Mono<Void> delete(String participant) {
        return mongo.remove(Query.query(where("_id").is(participant)), NicknameDocument.class)
                .then();
    }
}
