package org.shuxiang.campaign.freeze;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.catalogue.CampaignCatalogue;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.FreezeEvent;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsFrozen;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsThawed;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import reactor.core.publisher.Mono;

/**
 * Freezes the public boards of a campaign and lets them go again: a fact of the log, which stats-aggregator keeps to.
 *
 * <p>Errors: {@link ProblemException} where there is no such campaign or the moment is past, {@link
 * org.shuxiang.platform.log.LogUnavailableException} where the log does not take it in time.
 */
public final class Freezing {

    private final CampaignCatalogue campaigns;
    private final Freezes freezes;
    private final EventLog log;
    private final Clock clock;

    public Freezing(CampaignCatalogue campaigns, Freezes freezes, EventLog log, Clock clock) {
        this.campaigns = campaigns;
        this.freezes = freezes;
        this.log = log;
        this.clock = clock;
    }

    /** Where a campaign stands: its boards move, will freeze, or are frozen. */
    public enum State {
        NONE,
        PLANNED,
        FROZEN
    }

    /** @param from when the freeze begins or began, or null where there is none */
    public record Freeze(String campaignId, @Nullable Instant from, State state) {}

    public Freeze of(String campaignId) {
        check(campaignId);
        @Nullable Instant from = freezes.from(campaignId).orElse(null);
        if (from == null) {
            return new Freeze(campaignId, null, State.NONE);
        }
        return new Freeze(campaignId, from, clock.instant().isBefore(from) ? State.PLANNED : State.FROZEN);
    }

    /**
     * The boards stand still from that moment on; what a freeze that is on hides stays hidden.
     *
     * @param moment null for now
     */
    public Mono<Freeze> freeze(String campaignId, @Nullable Instant moment) {
        return Mono.defer(() -> {
            check(campaignId);
            Instant now = clock.instant();
            if (moment != null && moment.isBefore(now)) {
                throw ProblemException.invalid("from", "Future");
            }
            boolean isFrozen = freezes.frozenSince(campaignId, now).isPresent();
            if (isFrozen) {
                throw ProblemException.of(FreezeProblems.ALREADY_FROZEN);
            }
            Instant from = moment == null ? now : moment;
            return say(new BoardsFrozen(id(campaignId, now), now, campaignId, from));
        });
    }

    /** The boards move again, or will not freeze; without a freeze nothing changes. */
    public Mono<Freeze> thaw(String campaignId) {
        return Mono.defer(() -> {
            check(campaignId);
            Instant now = clock.instant();
            return freezes.from(campaignId).isEmpty()
                    ? Mono.just(of(campaignId))
                    : say(new BoardsThawed(id(campaignId, now), now, campaignId));
        });
    }

    private Mono<Freeze> say(FreezeEvent event) {
        return log.append(CampaignTopics.FREEZES, event.campaignId(), event)
                // the answer and what is asked next say so already
                .then(Mono.fromCallable(() -> {
                    freezes.apply(event.campaignId(), event);
                    return of(event.campaignId());
                }));
    }

    private void check(String campaignId) {
        if (campaigns.find(campaignId).isEmpty()) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
    }

    private static String id(String campaignId, Instant now) {
        return "freeze-" + campaignId + "@" + now.toEpochMilli();
    }
}
