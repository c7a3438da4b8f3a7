package org.shuxiang.campaign.draft.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.shuxiang.campaign.draft.Draft;
import org.shuxiang.campaign.draft.DraftStore;
import org.shuxiang.contracts.campaign.CampaignEvent;
import org.shuxiang.contracts.campaign.CampaignTopics;
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

/** One document a draft. */
@Repository
class MongoDrafts implements DraftStore {

    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;

    MongoDrafts(ReactiveMongoTemplate mongo, Outbox outbox) {
        this.mongo = mongo;
        this.outbox = outbox;
    }

    @Override
    public Flux<Draft> all() {
        return mongo.findAll(DraftDocument.class).map(DraftDocument::draft);
    }

    @Override
    public Mono<Draft> find(String id) {
        return mongo.findById(id, DraftDocument.class).map(DraftDocument::draft);
    }

    @Override
    public Mono<Boolean> insert(Draft draft) {
        return mongo.insert(DraftDocument.of(draft))
                .thenReturn(true)
                .onErrorResume(DuplicateKeyException.class, e -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> replace(Draft draft, int expectedRevision, List<CampaignEvent> events) {
        var update = new Update()
                .set("revision", draft.revision())
                .set("definition", draft.definition())
                .set("publishedRevision", draft.publishedRevision())
                .set("publishedWindow", draft.publishedWindow())
                .set("archived", draft.archived());
        if (!events.isEmpty()) {
            update.push(HasOutbox.FIELD)
                    .each(events.stream().map(MongoDrafts::pending).toArray());
        }
        var unchanged = Query.query(where("_id").is(draft.id()).and("revision").is(expectedRevision));
        return mongo.findAndModify(
                        unchanged, update, FindAndModifyOptions.options().returnNew(true), DraftDocument.class)
                .flatMap(stored -> outbox.relay(stored).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private static PendingEvent pending(CampaignEvent event) {
        return PendingEvent.of(CampaignTopics.CAMPAIGNS, event.campaignId(), event);
    }
}
