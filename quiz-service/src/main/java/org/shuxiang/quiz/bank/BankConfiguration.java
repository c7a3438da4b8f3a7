package org.shuxiang.quiz.bank;

import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.log.TopicReplica;
import org.shuxiang.platform.log.TopicReplicas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BankConfiguration {

    @Bean
    QuestionBanks questionBanks() {
        return new QuestionBanks();
    }

    @Bean
    TopicReplica<QuestionBankPublished> banksReplica(TopicReplicas replicas, QuestionBanks banks) {
        return replicas.follow(QuizTopics.BANKS, banks::apply);
    }
}
