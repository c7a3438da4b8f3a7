package org.shuxiang.platform.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** One handler of errors, before Spring's own. */
@AutoConfiguration
class ProblemAutoConfiguration {

    @Bean
    BilingualMessages bilingualMessages(MessageSource messages) {
        return new BilingualMessages(messages);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Problems problems(BilingualMessages messages, JsonMapper json) {
        return new Problems(messages, json);
    }
}
