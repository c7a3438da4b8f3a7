package org.shuxiang.platform.input;

import jakarta.validation.Validator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Reading bodies with the service's validator. */
@AutoConfiguration
class InputAutoConfiguration {

    @Bean
    Bodies bodies(Validator validator) {
        return new Bodies(validator);
    }
}
