package org.shuxiang.standalone;

import java.util.List;
import java.util.Set;
import org.shuxiang.campaign.CampaignApplication;
import org.shuxiang.quiz.QuizApplication;
import org.shuxiang.stats.StatsApplication;

/** The services of this program; the one with the prefix {@code /} also answers for everything that is nobody's. */
final class Services {

    static final List<Service> ALL = List.of(
            new Service(
                    CampaignApplication.NAME,
                    CampaignApplication.class,
                    "/",
                    Set.of(Secrets.PRIVATE_KEY, Secrets.PERSONAL_DATA_KEY, Secrets.CHALLENGE_SECRET)),
            new Service(QuizApplication.NAME, QuizApplication.class, "/api/quiz", Set.of(Secrets.PAPER_SECRET)),
            new Service(StatsApplication.NAME, StatsApplication.class, "/api/stats", Set.of()));

    private Services() {}
}
