package org.shuxiang.quiz.activity;

import org.shuxiang.contracts.campaign.CampaignEvent;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.platform.log.TopicReplica;
import org.shuxiang.platform.log.TopicReplicas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ActivityConfiguration {

    @Bean
    ActivityDirectory activityDirectory() {
        return new ActivityDirectory();
    }

    @Bean
    TopicReplica<CampaignEvent> campaignsReplica(TopicReplicas replicas, ActivityDirectory directory) {
        return replicas.follow(CampaignTopics.CAMPAIGNS, directory::apply);
    }
}
