package org.shuxiang.campaign.freeze;

import java.time.Clock;
import org.shuxiang.campaign.catalogue.CampaignCatalogue;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.FreezeEvent;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.platform.log.TopicReplica;
import org.shuxiang.platform.log.TopicReplicas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feature together. */
@Configuration(proxyBeanMethods = false)
class FreezeConfiguration {

    @Bean
    Freezes freezes() {
        return new Freezes();
    }

    @Bean
    TopicReplica<FreezeEvent> freezesReplica(TopicReplicas replicas, Freezes freezes) {
        return replicas.follow(CampaignTopics.FREEZES, freezes::apply);
    }

    @Bean
    Freezing freezing(CampaignCatalogue campaigns, Freezes freezes, EventLog log, Clock clock) {
        return new Freezing(campaigns, freezes, log, clock);
    }
}
