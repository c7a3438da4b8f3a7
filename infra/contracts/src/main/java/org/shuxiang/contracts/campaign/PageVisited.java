package org.shuxiang.contracts.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.Participant;

/**
 * A page of a campaign was opened. Key: visitor id.
 *
 * @param visitorId made up by the device, and nobody's name
 * @param page such as {@code home}, {@code join} or {@code quiz}
 * @param participant who it was, when they had joined
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageVisited(
        String eventId,
        Instant occurredAt,
        String campaignId,
        String visitorId,
        String page,
        @Nullable Participant participant)
        implements Event {}
