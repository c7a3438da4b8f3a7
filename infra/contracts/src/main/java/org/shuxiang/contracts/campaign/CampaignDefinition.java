package org.shuxiang.contracts.campaign;

import java.util.List;
import org.shuxiang.contracts.Text;
import org.shuxiang.contracts.Window;

/** All that a campaign is: what the pages show and what the services decide by. */
public record CampaignDefinition(
        String id, Text title, Text tagline, Text description, Window window, List<Activity> activities) {

    public CampaignDefinition {
        activities = List.copyOf(activities);
    }
}
