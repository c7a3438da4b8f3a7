package org.shuxiang.campaign.freeze;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.campaign.FreezeEvent;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsFrozen;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsThawed;

/** From when on the boards of which campaign are frozen, by what the log says. */
public final class Freezes {

    private final Map<String, Instant> fromByCampaign = new ConcurrentHashMap<>();

    /** Takes what the log says of a campaign; null: nothing any more. */
    public void apply(String campaignId, @Nullable FreezeEvent event) {
        switch (event) {
            case BoardsFrozen frozen -> fromByCampaign.put(campaignId, frozen.from());
            case BoardsThawed thawed -> fromByCampaign.remove(campaignId);
            case null -> fromByCampaign.remove(campaignId);
        }
    }

    /** When the freeze that is on or planned begins. */
    public Optional<Instant> from(String campaignId) {
        return Optional.ofNullable(fromByCampaign.get(campaignId));
    }

    /** When the freeze that is on at that moment began. */
    public Optional<Instant> frozenSince(String campaignId, Instant now) {
        return from(campaignId).filter(from -> !now.isBefore(from));
    }
}
