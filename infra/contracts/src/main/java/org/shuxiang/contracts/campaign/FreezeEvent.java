package org.shuxiang.contracts.campaign;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.shuxiang.contracts.Event;

/** Whether the public boards of a campaign stand still, as contests want them before the award ceremony. Key: its id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface FreezeEvent extends Event {

    @Override
    String campaignId();

    /** @param from the public sees the boards of that moment; it may be to come */
    record BoardsFrozen(String eventId, Instant occurredAt, String campaignId, Instant from) implements FreezeEvent {}

    /** The public sees the boards as they are. */
    record BoardsThawed(String eventId, Instant occurredAt, String campaignId) implements FreezeEvent {}
}
