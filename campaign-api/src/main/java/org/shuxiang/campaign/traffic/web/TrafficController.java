package org.shuxiang.campaign.traffic.web;

import org.shuxiang.campaign.traffic.Traffic;
import org.shuxiang.campaign.traffic.WatchingTraffic;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For the organisers' dashboard. */
@RestController
class TrafficController {

    private final WatchingTraffic watching;

    TrafficController(WatchingTraffic watching) {
        this.watching = watching;
    }

    @GetMapping("/api/campaign/streams")
    Mono<Traffic> streams() {
        return watching.traffic();
    }
}
