package org.shuxiang.contracts.campaign;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Event;

/**
 * A library takes part, or what is known of it has changed. Key: its code.
 *
 * @param region GB/T 2260 code of where it is
 * @param parent code of the library above it, or null at the top
 * @param inhabitants how many people live where it serves, or null when nobody said
 * @param readers how many readers are registered with it, or null when nobody said
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public record LibraryRegistered(
        String eventId,
        Instant occurredAt,
        String code,
        String name,
        LibraryLevel level,
        String region,
        @Nullable String parent,
        @Nullable Long inhabitants,
        @Nullable Long readers)
        implements Event {

    @Override
    public @Nullable String campaignId() {
        return null;
    }
}
