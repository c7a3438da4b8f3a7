package org.shuxiang.campaign.bank;

import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.log.TopicReplica;
import org.shuxiang.platform.log.TopicReplicas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the banks of quiz-service. */
@Configuration(proxyBeanMethods = false)
class BankConfiguration {

    @Bean
    BankCatalogue bankCatalogue() {
        return new BankCatalogue();
    }

    @Bean
    TopicReplica<QuestionBankPublished> banksReplica(TopicReplicas replicas, BankCatalogue banks) {
        return replicas.follow(QuizTopics.BANKS, (key, event) -> banks.apply(event));
    }
}
