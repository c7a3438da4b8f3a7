package org.shuxiang.campaign.library.mongo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.library.Library;
import org.shuxiang.contracts.campaign.LibraryLevel;
import org.shuxiang.platform.outbox.HasOutbox;
import org.shuxiang.platform.outbox.PendingEvent;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** @param revision counts the changes */
@Document("libraries")
record LibraryDocument(
        @Id String id,
        String name,
        LibraryLevel level,
        String region,
        @Nullable String parent,
        @Nullable Long inhabitants,
        @Nullable Long readers,
        int revision,
        List<PendingEvent> outbox)
        implements HasOutbox {

    Library library() {
        return new Library(id, name, level, region, parent, inhabitants, readers);
    }
}
