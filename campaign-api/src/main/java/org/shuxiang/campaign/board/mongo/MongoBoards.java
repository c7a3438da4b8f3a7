package org.shuxiang.campaign.board.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Map;
import org.shuxiang.campaign.board.Audience;
import org.shuxiang.campaign.board.BoardStore;
import org.shuxiang.contracts.stats.BoardKey;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A collection for each audience; found and written by id. */
@Repository
class MongoBoards implements BoardStore {

    /** Between campaign and activity in a key, and the character after it. */
    private static final char END = '/';

    private final ReactiveMongoTemplate mongo;

    MongoBoards(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<byte[]> find(Audience audience, BoardKey board) {
        return mongo.findById(board.text(), BoardDocument.class, collection(audience))
                .map(BoardDocument::event);
    }

    @Override
    public Flux<byte[]> ofCampaign(Audience audience, String campaignId) {
        var range = where("_id").gte(campaignId + END).lt(campaignId + (char) (END + 1));
        return mongo.find(Query.query(range), BoardDocument.class, collection(audience))
                .sort((a, b) -> a.id().compareTo(b.id()))
                .map(BoardDocument::event);
    }

    @Override
    public Mono<Void> saveAll(Audience audience, Map<String, byte[]> events) {
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, BoardDocument.class, collection(audience));
        events.forEach((key, event) -> bulk.replaceOne(
                Query.query(where("_id").is(key)),
                new BoardDocument(key, event),
                FindAndReplaceOptions.options().upsert()));
        return bulk.execute().then();
    }

    private static String collection(Audience audience) {
        return switch (audience) {
            case NATIONAL -> "boards";
            case PUBLIC -> "public_boards";
        };
    }
}
