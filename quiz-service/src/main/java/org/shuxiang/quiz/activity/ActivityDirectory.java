package org.shuxiang.quiz.activity;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.campaign.Activity;
import org.shuxiang.contracts.campaign.CampaignEvent;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignArchived;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignPublished;

/** The quizzes of all campaigns that are published and not archived, by activity id, in memory. */
public final class ActivityDirectory {

    private final Map<String, QuizActivity> byId = new ConcurrentHashMap<>();

    public Optional<QuizActivity> find(String activityId) {
        return Optional.ofNullable(byId.get(activityId));
    }

    /** Takes what became of a campaign, in the order of the log. */
    void apply(String campaignId, @Nullable CampaignEvent event) {
        Map<String, QuizActivity> now = switch (event) {
            case CampaignPublished published -> quizzesOf(published);
            case CampaignArchived archived -> Map.of();
            case null -> Map.of();
        };
        byId.values()
                .removeIf(known -> known.campaignId().equals(campaignId)
                        && !now.containsKey(known.quiz().id()));
        byId.putAll(now);
    }

    private static Map<String, QuizActivity> quizzesOf(CampaignPublished published) {
        var quizzes = new ConcurrentHashMap<String, QuizActivity>();
        for (Activity activity : published.definition().activities()) {
            switch (activity) {
                case Activity.Quiz quiz -> quizzes.put(quiz.id(), new QuizActivity(published.campaignId(), quiz));
            }
        }
        return quizzes;
    }
}
