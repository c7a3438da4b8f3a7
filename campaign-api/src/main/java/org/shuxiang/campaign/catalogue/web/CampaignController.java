package org.shuxiang.campaign.catalogue.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shuxiang.campaign.catalogue.CampaignCatalogue;
import org.shuxiang.contracts.campaign.CampaignDefinition;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answered from memory; a browser may keep an answer for some seconds, no longer than a state may be late. */
@RestController
class CampaignController {

    private static final CacheControl SECONDS =
            CacheControl.maxAge(Duration.ofSeconds(5)).cachePrivate();

    private final CampaignCatalogue catalogue;
    private final Clock clock;

    CampaignController(CampaignCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/api/campaign/campaigns")
    ResponseEntity<List<CampaignView.Summary>> campaigns() {
        Instant now = clock.instant();
        return ResponseEntity.ok()
                .cacheControl(SECONDS)
                .body(catalogue.newestFirst().stream()
                        .map(campaign -> CampaignView.Summary.of(campaign, now))
                        .toList());
    }

    @GetMapping("/api/campaign/campaigns/current")
    ResponseEntity<CampaignView> current() {
        return answer(catalogue.current(clock.instant()));
    }

    @GetMapping("/api/campaign/campaigns/{id}")
    ResponseEntity<CampaignView> campaign(@PathVariable String id) {
        return answer(catalogue.find(id));
    }

    private ResponseEntity<CampaignView> answer(Optional<CampaignDefinition> campaign) {
        return campaign.map(found ->
                        ResponseEntity.ok().cacheControl(SECONDS).body(CampaignView.of(found, clock.instant())))
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }
}
