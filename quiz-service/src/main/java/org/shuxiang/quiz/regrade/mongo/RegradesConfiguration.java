package org.shuxiang.quiz.regrade.mongo;

import java.time.Clock;
import org.shuxiang.quiz.regrade.Regrades;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@Configuration(proxyBeanMethods = false)
class RegradesConfiguration {

    @Bean
    Regrades regrades(ReactiveMongoTemplate mongo, Clock clock) {
        return new MongoRegrades(mongo, clock);
    }
}
