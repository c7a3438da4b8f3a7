package org.shuxiang.quiz.paper;

import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the quiz service is configured with.
 *
 * @param paperSecret 32 random bytes in base64: papers are derived and sealed with it, by every instance alike
 * @param rememberedIssues how many running papers an instance remembers the start of
 */
@ConfigurationProperties("shuxiang.quiz")
record QuizProperties(
        String paperSecret, @DefaultValue("200000") int rememberedIssues) {

    byte[] secret() {
        return Base64.getDecoder().decode(paperSecret);
    }
}
