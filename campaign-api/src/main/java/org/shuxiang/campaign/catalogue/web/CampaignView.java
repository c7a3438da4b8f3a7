package org.shuxiang.campaign.catalogue.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.catalogue.CampaignState;
import org.shuxiang.contracts.Text;
import org.shuxiang.contracts.Window;
import org.shuxiang.contracts.campaign.Activity;
import org.shuxiang.contracts.campaign.BlueprintPart;
import org.shuxiang.contracts.campaign.CampaignDefinition;
import org.shuxiang.contracts.campaign.Eligibility;

/** A campaign as everybody sees it. */
record CampaignView(
        String id,
        Text title,
        Text tagline,
        Text description,
        Window window,
        CampaignState state,
        Instant serverTime,
        List<ActivityView> activities) {

    static CampaignView of(CampaignDefinition campaign, Instant now) {
        return new CampaignView(
                campaign.id(),
                campaign.title(),
                campaign.tagline(),
                campaign.description(),
                campaign.window(),
                CampaignState.ofPublished(campaign.window(), now),
                now,
                campaign.activities().stream().map(ActivityView::of).toList());
    }

    /** In a list. */
    record Summary(String id, Text title, CampaignState state, Window window) {

        static Summary of(CampaignDefinition campaign, Instant now) {
            return new Summary(
                    campaign.id(),
                    campaign.title(),
                    CampaignState.ofPublished(campaign.window(), now),
                    campaign.window());
        }
    }

    /** An activity, with the number of its questions worked out. */
    record ActivityView(
            String id,
            String kind,
            Text title,
            Text description,
            Text rules,
            Window window,
            Eligibility eligibility,
            String bankId,
            List<BlueprintPart> blueprint,
            int questionCount,
            int timeLimitSeconds,
            int graceSeconds,
            int attemptsPerDay,
            @Nullable Integer attemptsInAll) {

        static ActivityView of(Activity activity) {
            return switch (activity) {
                case Activity.Quiz quiz ->
                    new ActivityView(
                            quiz.id(),
                            "QUIZ",
                            quiz.title(),
                            quiz.description(),
                            quiz.rules(),
                            quiz.window(),
                            quiz.eligibility(),
                            quiz.bankId(),
                            quiz.blueprint(),
                            quiz.questionCount(),
                            quiz.timeLimitSeconds(),
                            quiz.graceSeconds(),
                            quiz.attemptsPerDay(),
                            quiz.attemptsInAll());
            };
        }
    }
}
