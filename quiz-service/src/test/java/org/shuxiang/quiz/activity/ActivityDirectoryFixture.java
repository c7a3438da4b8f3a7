package org.shuxiang.quiz.activity;

import org.shuxiang.contracts.campaign.CampaignEvent.CampaignPublished;

/** Activities as if they had been read from the log. */
public final class ActivityDirectoryFixture {

    private ActivityDirectoryFixture() {}

    public static ActivityDirectory holding(CampaignPublished... campaigns) {
        var directory = new ActivityDirectory();
        for (CampaignPublished campaign : campaigns) {
            directory.apply(campaign.campaignId(), campaign);
        }
        return directory;
    }
}
