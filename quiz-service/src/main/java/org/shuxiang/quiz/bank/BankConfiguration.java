package org.shuxiang.quiz.bank;

import java.time.Clock;
import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.log.TopicReplica;
import org.shuxiang.platform.log.TopicReplicas;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BankConfiguration {

    @Bean
    QuestionBanks questionBanks() {
        return new QuestionBanks();
    }

    @Bean
    EditingBanks editingBanks(QuestionBanks banks, BankStore store, Corrections corrections, Clock clock) {
        return new EditingBanks(banks, store, corrections, clock);
    }

    @Bean
    TopicReplica<QuestionBankPublished> banksReplica(TopicReplicas replicas, QuestionBanks banks) {
        return replicas.follow(QuizTopics.BANKS, banks::apply);
    }

    /** After the replicas are read, so that it is known whether the bank is there. */
    @Bean
    @ConditionalOnBooleanProperty("shuxiang.demo")
    ApplicationRunner demoBankImport(QuestionBanks banks, EditingBanks editing) {
        return arguments -> new DemoBank(banks, editing).importIfMissing().subscribe();
    }
}
