package org.shuxiang.campaign.visit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.shuxiang.campaign.catalogue.CampaignCatalogue;
import org.shuxiang.platform.log.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feature together. */
@Configuration(proxyBeanMethods = false)
class VisitConfiguration {

    @Bean
    RecordingVisits recordingVisits(CampaignCatalogue campaigns, EventLog log, Clock clock, MeterRegistry meters) {
        return new RecordingVisits(campaigns, Crawlers.load(), log, clock, meters);
    }
}
