package org.shuxiang.quiz;

import org.shuxiang.platform.launch.ShuxiangService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The quiz service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class QuizApplication {

    public static final String NAME = "quiz-service";

    public static void main(String[] args) {
        ShuxiangService.run(QuizApplication.class, NAME, args);
    }
}
