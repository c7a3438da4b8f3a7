package org.shuxiang.contracts.campaign;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.shuxiang.contracts.Event;

/** What happened to a campaign. Key: campaign id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface CampaignEvent extends Event {

    @Override
    String campaignId();

    /** A campaign was published, or published again with changes: the whole definition. */
    record CampaignPublished(
            String eventId, Instant occurredAt, String campaignId, int revision, CampaignDefinition definition)
            implements CampaignEvent {}

    /** A campaign was put away: it is shown no more. */
    record CampaignArchived(String eventId, Instant occurredAt, String campaignId) implements CampaignEvent {}
}
