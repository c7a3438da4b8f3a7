package org.shuxiang.campaign.board;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import org.shuxiang.campaign.catalogue.CampaignCatalogue;
import org.shuxiang.campaign.freeze.Freezes;
import org.shuxiang.campaign.library.LibraryDirectory;
import org.shuxiang.campaign.participant.Nicknames;
import org.shuxiang.campaign.region.RegionDirectory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Puts the feature together. */
@Configuration(proxyBeanMethods = false)
class BoardConfiguration {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    @Bean
    LiveBoards publicLiveBoards(Freezes freezes, Clock clock, MeterRegistry meters) {
        return counted(new LiveBoards(freezes, clock), Audience.PUBLIC, meters);
    }

    @Bean
    LiveBoards nationalLiveBoards(Freezes freezes, Clock clock, MeterRegistry meters) {
        return counted(new LiveBoards(freezes, clock), Audience.NATIONAL, meters);
    }

    /** Stops with the context. */
    @Bean
    Disposable liveBoardsTicker(
            @Qualifier("publicLiveBoards") LiveBoards publicLiveBoards,
            @Qualifier("nationalLiveBoards") LiveBoards nationalLiveBoards) {
        var thread = Schedulers.newSingle("live-boards", true);
        long ticksPerHeartbeat = HEARTBEAT.dividedBy(TICK);
        Disposable ticking = Flux.interval(TICK, thread)
                .onBackpressureDrop()
                .doOnNext(count -> {
                    for (LiveBoards boards : new LiveBoards[] {publicLiveBoards, nationalLiveBoards}) {
                        boards.tick();
                        if (count % ticksPerHeartbeat == 0) {
                            boards.heartbeat();
                        }
                    }
                })
                .subscribe();
        return () -> {
            ticking.dispose();
            thread.dispose();
        };
    }

    @Bean
    ShowingBoards showingBoards(
            BoardStore store,
            CampaignCatalogue campaigns,
            LibraryDirectory libraries,
            Freezes freezes,
            Nicknames nicknames,
            Clock clock) {
        return new ShowingBoards(store, campaigns, libraries, freezes, nicknames, clock);
    }

    @Bean
    ExportingBoards exportingBoards(
            BoardStore store, ShowingBoards showing, LibraryDirectory libraries, RegionDirectory regions) {
        return new ExportingBoards(store, showing, libraries, regions);
    }

    private static LiveBoards counted(LiveBoards boards, Audience audience, MeterRegistry meters) {
        meters.gauge("shuxiang.boards.listeners", Tags.of("audience", audience.name()), boards, LiveBoards::listeners);
        return boards;
    }
}
