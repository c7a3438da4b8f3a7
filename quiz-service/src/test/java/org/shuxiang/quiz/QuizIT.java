package org.shuxiang.quiz;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.shuxiang.testsupport.ServersInitializer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The quiz service on a free port, with a real broker and database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = QuizApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=platform,quiz-service",
            "spring.application.name=quiz-service",
            "shuxiang.retry.failed=500ms",
            "shuxiang.retry.not-yet-known=2s"
        })
@ContextConfiguration(initializers = ServersInitializer.class)
@Import({QuizClient.class, QuizClient.CampaignApi.class})
@interface QuizIT {}
