package org.shuxiang.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact, in the past tense, as it stands in the log.
 *
 * <p>Its JSON is a published contract that only grows: a field may be added, none may change its meaning or go. The
 * {@code type} in the JSON is the simple name of the record.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface Event {

    /** The same for the same fact, however often it is written: consumers count an id once. */
    String eventId();

    /** When it happened by the server's clock, in UTC. */
    Instant occurredAt();

    /** The campaign that it belongs to, or null when it belongs to none (a library, an account). */
    @Nullable
    String campaignId();

    /** The version of this event's JSON, 1 unless the record says otherwise. */
    @JsonProperty(value = "version", access = JsonProperty.Access.READ_ONLY)
    default int version() {
        return 1;
    }
}
