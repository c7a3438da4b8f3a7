package org.shuxiang.campaign.visit;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.catalogue.CampaignCatalogue;
import org.shuxiang.campaign.catalogue.CampaignState;
import org.shuxiang.campaign.catalogue.CatalogueProblems;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.ParticipantClaims;
import org.shuxiang.contracts.campaign.CampaignDefinition;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.platform.problem.FieldProblem;
import org.shuxiang.platform.problem.ProblemException;
import reactor.core.publisher.Mono;

/**
 * Visits of people go to the log, visits of crawlers nowhere.
 *
 * <p>Errors: {@link ProblemException} where the campaign is none to visit, {@link
 * org.shuxiang.platform.log.LogUnavailableException} where the log does not take the visit in time.
 */
public final class RecordingVisits {

    private static final String METRIC = "shuxiang.visits";
    private static final String OUTCOME = "outcome";

    private final CampaignCatalogue campaigns;
    private final Crawlers crawlers;
    private final EventLog log;
    private final Clock clock;
    private final Counter counted;
    private final Counter bots;

    public RecordingVisits(
            CampaignCatalogue campaigns, Crawlers crawlers, EventLog log, Clock clock, MeterRegistry meters) {
        this.campaigns = campaigns;
        this.crawlers = crawlers;
        this.log = log;
        this.clock = clock;
        this.counted = meters.counter(METRIC, OUTCOME, "counted");
        this.bots = meters.counter(METRIC, OUTCOME, "bot");
    }

    /**
     * Completes when the log has the visit, or when there is nothing to record.
     *
     * @param userAgent what the device says that it is, or null when it says nothing
     * @param caller whose device it is, when they have joined a campaign
     */
    public Mono<Void> record(RecordVisit visit, @Nullable String userAgent, @Nullable ParticipantClaims caller) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            check(visit.campaignId(), now);
            if (crawlers.sent(userAgent)) {
                bots.increment();
                return Mono.empty();
            }
            String visitor = visit.visitorId().toString();
            var event = new PageVisited(
                    UuidCreator.getTimeOrderedEpoch().toString(),
                    now,
                    visit.campaignId(),
                    visitor,
                    visit.page(),
                    participantOf(visit.campaignId(), caller));
            return log.append(CampaignTopics.VISITS, visitor, event).doOnSuccess(done -> counted.increment());
        });
    }

    private void check(String campaignId, Instant now) {
        CampaignDefinition campaign = campaigns
                .find(campaignId)
                .orElseThrow(
                        () -> ProblemException.invalid(List.of(new FieldProblem("campaignId", "Unknown", campaignId))));
        if (!CampaignState.ofPublished(campaign.window(), now).takesParticipants()) {
            throw ProblemException.of(CatalogueProblems.CAMPAIGN_NOT_OPEN);
        }
    }

    private static @Nullable Participant participantOf(String campaignId, @Nullable ParticipantClaims caller) {
        return caller != null && caller.campaignId().equals(campaignId) ? caller.participant() : null;
    }
}
