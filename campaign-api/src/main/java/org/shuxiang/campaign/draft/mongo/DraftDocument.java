package org.shuxiang.campaign.draft.mongo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.draft.Draft;
import org.shuxiang.campaign.draft.DraftDefinition;
import org.shuxiang.contracts.Window;
import org.shuxiang.platform.outbox.HasOutbox;
import org.shuxiang.platform.outbox.PendingEvent;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A draft with its outbox. */
@Document("drafts")
record DraftDocument(
        @Id String id,
        int revision,
        DraftDefinition definition,
        @Nullable Integer publishedRevision,
        @Nullable Window publishedWindow,
        boolean archived,
        List<PendingEvent> outbox)
        implements HasOutbox {

    static DraftDocument of(Draft draft) {
        return new DraftDocument(
                draft.id(),
                draft.revision(),
                draft.definition(),
                draft.publishedRevision(),
                draft.publishedWindow(),
                draft.archived(),
                List.of());
    }

    Draft draft() {
        return new Draft(id, revision, definition, publishedRevision, publishedWindow, archived);
    }
}
