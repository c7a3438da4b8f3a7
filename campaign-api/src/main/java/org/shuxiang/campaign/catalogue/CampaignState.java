package org.shuxiang.campaign.catalogue;

import java.time.Instant;
import org.shuxiang.contracts.Window;

/** Where a campaign is in its life; time alone moves it from PUBLISHED to CLOSED. */
public enum CampaignState {
    DRAFT,
    PUBLISHED,
    OPEN,
    CLOSED,
    ARCHIVED;

    /** The state of a campaign that was published, by its window: PUBLISHED, OPEN or CLOSED. */
    public static CampaignState ofPublished(Window window, Instant now) {
        if (now.isBefore(window.opensAt())) {
            return PUBLISHED;
        }
        return window.contains(now) ? OPEN : CLOSED;
    }

    /** Whether people may join: early birds too. */
    public boolean takesParticipants() {
        return this == PUBLISHED || this == OPEN;
    }
}
