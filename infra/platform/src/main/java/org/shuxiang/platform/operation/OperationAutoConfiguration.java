package org.shuxiang.platform.operation;

import org.shuxiang.platform.audit.AuditLog;
import org.shuxiang.platform.input.Bodies;
import org.shuxiang.platform.log.DeadLetters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The endpoints under {@code /api/<shuxiang.context>}. */
@AutoConfiguration
@ConditionalOnProperty("shuxiang.context")
class OperationAutoConfiguration {

    @Bean
    RouterFunction<ServerResponse> operationRoutes(
            @Value("${shuxiang.context}") String context, DeadLetters deadLetters, AuditLog audit, Bodies bodies) {
        return OperationRoutes.of(context, new OperationHandler(deadLetters, audit, bodies));
    }
}
