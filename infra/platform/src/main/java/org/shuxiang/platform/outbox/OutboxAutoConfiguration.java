package org.shuxiang.platform.outbox;

import java.util.List;
import java.util.Set;
import org.shuxiang.platform.log.EventLog;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** The outbox over all documents that have one. */
@AutoConfiguration
class OutboxAutoConfiguration {

    @Bean
    Outbox outbox(ReactiveMongoTemplate mongo, EventLog events, MongoMappingContext mapping) {
        Set<Class<?>> known = Set.copyOf(mapping.getManagedTypes().stream()
                .map(type -> (Class<?>) type.getType())
                .toList());
        List<Class<? extends HasOutbox>> documents = known.stream()
                .filter(HasOutbox.class::isAssignableFrom)
                .<Class<? extends HasOutbox>>map(type -> type.asSubclass(HasOutbox.class))
                .toList();
        return new Outbox(mongo, events, documents);
    }
}
