package org.shuxiang.platform.audit;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** The audit log over the service's own database. */
@AutoConfiguration
class AuditAutoConfiguration {

    @Bean
    AuditLog auditLog(ReactiveMongoTemplate mongo, Clock clock) {
        return new AuditLog(mongo, clock);
    }
}
