package org.shuxiang.platform.log;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;

/**
 * Drops the views of a consumer group and lets the group read its topic from the beginning, before it starts: for a
 * service that is started with {@code shuxiang.rebuild-views=true}.
 */
public final class ViewRebuild implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ViewRebuild.class);

    private final Admin admin;
    private final ReactiveMongoTemplate mongo;
    private final BindingServiceProperties bindings;
    private final boolean wanted;
    private final List<View> views;
    private volatile boolean done;

    ViewRebuild(
            Admin admin,
            ReactiveMongoTemplate mongo,
            BindingServiceProperties bindings,
            boolean wanted,
            List<View> views) {
        this.admin = admin;
        this.mongo = mongo;
        this.bindings = bindings;
        this.wanted = wanted;
        this.views = List.copyOf(views);
    }

    /**
     * What a stream function makes of its topic.
     *
     * @param function the name of its bean
     * @param collections that hold nothing but what it wrote
     */
    public record View(String function, List<String> collections) {}

    @Override
    public void start() {
        done = true;
        if (!wanted) {
            return;
        }
        for (View view : views) {
            Flux.fromIterable(view.collections())
                    .concatMap(mongo::dropCollection)
                    .then()
                    .block(Duration.ofMinutes(1));
            String binding = view.function() + "-in-0";
            ConsumerGroups.forget(admin, bindings.getGroup(binding));
            log.warn("rebuilding {} from {}", view.collections(), bindings.getBindingDestination(binding));
        }
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    @Override
    public int getPhase() {
        return 1;
    }
}
