package org.shuxiang.quiz.attempt.mongo;

import java.util.List;
import org.shuxiang.platform.log.ViewRebuild;
import org.shuxiang.quiz.attempt.Attempts;
import org.shuxiang.quiz.attempt.StaleAttempts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@Configuration(proxyBeanMethods = false)
class AttemptsConfiguration {

    @Bean
    Attempts attempts(ReactiveMongoTemplate mongo) {
        return new MongoAttempts(mongo);
    }

    @Bean
    StaleAttempts staleAttempts(ReactiveMongoTemplate mongo) {
        return new MongoStaleAttempts(mongo);
    }

    @Bean
    ViewRebuild.View attemptsView() {
        return new ViewRebuild.View(
                "gradeAnswerSheets", List.of(AttemptDocument.COLLECTION, LedgerDocument.COLLECTION));
    }
}
