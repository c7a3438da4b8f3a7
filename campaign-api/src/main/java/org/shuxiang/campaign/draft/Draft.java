package org.shuxiang.campaign.draft;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.catalogue.CampaignState;
import org.shuxiang.campaign.draft.DraftDefinition.DraftWindow;
import org.shuxiang.contracts.Window;

/**
 * A campaign as organisers work on it.
 *
 * @param revision counts the changes of the definition, from 1
 * @param publishedRevision what the public sees, or null while it sees nothing
 * @param publishedWindow of that revision: the state follows it, not what is being edited
 */
public record Draft(
        String id,
        int revision,
        DraftDefinition definition,
        @Nullable Integer publishedRevision,
        @Nullable Window publishedWindow,
        boolean archived) {

    public static Draft first(String id, DraftDefinition definition) {
        return new Draft(id, 1, definition.withId(id), null, null, false);
    }

    public CampaignState state(Instant now) {
        if (archived) {
            return CampaignState.ARCHIVED;
        }
        return publishedWindow == null ? CampaignState.DRAFT : CampaignState.ofPublished(publishedWindow, now);
    }

    public boolean isPublished() {
        return publishedRevision != null;
    }

    Draft edited(DraftDefinition changed) {
        return new Draft(id, revision + 1, changed.withId(id), publishedRevision, publishedWindow, archived);
    }

    Draft published() {
        Window window = Objects.requireNonNull(definition.window()).complete();
        return new Draft(id, revision, definition, revision, window, archived);
    }

    Draft putAway() {
        return new Draft(id, revision, definition, publishedRevision, publishedWindow, true);
    }

    @Nullable
    DraftWindow window() {
        return definition.window();
    }
}
