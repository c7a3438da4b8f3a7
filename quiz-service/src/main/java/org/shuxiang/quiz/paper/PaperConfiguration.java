package org.shuxiang.quiz.paper;

import java.time.Clock;
import org.shuxiang.quiz.activity.ActivityDirectory;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaperConfiguration {

    @Bean
    Papers papers(QuizProperties properties) {
        return new Papers(properties.secret());
    }

    @Bean
    SheetRules sheetRules(
            ActivityDirectory activities, QuestionBanks banks, Papers papers, QuizProperties properties, Clock clock) {
        return new SheetRules(
                activities,
                banks,
                papers,
                new PaperTokens(properties.secret()),
                new IssueTimes(clock, properties.rememberedIssues()),
                clock);
    }
}
