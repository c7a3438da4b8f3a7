package org.shuxiang.quiz.regrade.stream;

import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.quiz.attempt.StaleAttempts;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.shuxiang.quiz.regrade.GraderProgress;
import org.shuxiang.quiz.regrade.Regrades;
import org.shuxiang.quiz.regrade.Regrading;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegradeConfiguration {

    @Bean
    GraderProgress graderProgress(
            Admin admin, @Value("${spring.cloud.stream.bindings.gradeAnswerSheets-in-0.group}") String group) {
        return new KafkaGraderProgress(admin, group);
    }

    @Bean
    RegradeLoop regradeLoop(
            Regrades regrades,
            QuestionBanks banks,
            StaleAttempts attempts,
            GraderProgress grader,
            EventLog log,
            Clock clock) {
        return new RegradeLoop(regrades, attempts, new Regrading(regrades, banks, attempts, grader, log, clock));
    }
}
