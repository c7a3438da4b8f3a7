package org.shuxiang.campaign;

import org.shuxiang.contracts.SignedOutEverywhere;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.log.TopicDeclaration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics of this service. */
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

    @Bean
    TopicDeclaration campaignTopics() {
        return TopicDeclaration.of(
                CampaignTopics.CAMPAIGNS,
                CampaignTopics.LIBRARIES,
                CampaignTopics.VISITS,
                CampaignTopics.PARTICIPATIONS,
                CampaignTopics.NICKNAMES,
                CampaignTopics.FREEZES,
                SignedOutEverywhere.TOPIC,
                QuizTopics.BANKS);
    }
}
