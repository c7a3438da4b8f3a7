package org.shuxiang.campaign.catalogue;

import org.shuxiang.contracts.campaign.CampaignEvent;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.platform.log.TopicReplica;
import org.shuxiang.platform.log.TopicReplicas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows our own campaigns, so that every instance shows the same. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    CampaignCatalogue campaignCatalogue() {
        return new CampaignCatalogue();
    }

    @Bean
    TopicReplica<CampaignEvent> campaignsReplica(TopicReplicas replicas, CampaignCatalogue catalogue) {
        return replicas.follow(CampaignTopics.CAMPAIGNS, catalogue::apply);
    }
}
