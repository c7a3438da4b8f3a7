package org.shuxiang.quiz.attempt.stream;

import java.util.List;
import java.util.function.Consumer;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.log.EventConsumer;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.platform.log.TopicDeclaration;
import org.shuxiang.quiz.attempt.Attempts;
import org.shuxiang.quiz.attempt.Grader;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class GradingConfiguration {

    @Bean
    TopicDeclaration quizTopics() {
        return TopicDeclaration.of(QuizTopics.ANSWER_SHEETS, QuizTopics.ATTEMPTS, QuizTopics.BANKS);
    }

    @Bean
    Grader grader(Attempts attempts, QuestionBanks banks, EventLog log) {
        return new Grader(attempts, banks, log);
    }

    @Bean
    Consumer<Message<List<byte[]>>> gradeAnswerSheets(Grader grader) {
        return new EventConsumer<>(
                QuizTopics.ANSWER_SHEETS, batch -> grader.grade(batch).block(EventLog.PATIENCE));
    }
}
