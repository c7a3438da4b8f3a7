package org.shuxiang.quiz.bank.mongo;

import org.shuxiang.platform.outbox.Outbox;
import org.shuxiang.quiz.bank.BankStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@Configuration(proxyBeanMethods = false)
class BanksConfiguration {

    @Bean
    BankStore bankStore(ReactiveMongoTemplate mongo, Outbox outbox) {
        return new MongoBanks(mongo, outbox);
    }
}
