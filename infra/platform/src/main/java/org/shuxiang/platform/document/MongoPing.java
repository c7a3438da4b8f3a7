package org.shuxiang.platform.document;

import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;

/** Whether the database answers; Spring Boot's own check asks every database for what the embedded server lacks. */
final class MongoPing extends AbstractReactiveHealthIndicator {

    private final ReactiveMongoTemplate mongo;

    MongoPing(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return mongo.executeCommand(new Document("ping", 1))
                .map(answer -> builder.up().build());
    }
}
