package org.shuxiang.campaign.draft;

import java.util.List;
import org.shuxiang.contracts.campaign.CampaignEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents of the drafts. */
public interface DraftStore {

    Flux<Draft> all();

    Mono<Draft> find(String id);

    /** False when the id is taken. */
    Mono<Boolean> insert(Draft draft);

    /**
     * Replaces the draft if it still has that revision, stores the events with it, and publishes them; false when
     * somebody else was faster.
     */
    Mono<Boolean> replace(Draft draft, int expectedRevision, List<CampaignEvent> events);
}
