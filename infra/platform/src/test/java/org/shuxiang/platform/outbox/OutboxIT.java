package org.shuxiang.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.SignedOutEverywhere;
import org.shuxiang.contracts.Topic;
import org.shuxiang.platform.log.TopicDeclaration;
import org.shuxiang.testsupport.EventProbe;
import org.shuxiang.testsupport.ServersInitializer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Mono;

/** What waits in a document gets into the log, in the order of the changes. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=platform", "spring.application.name=outbox-test"})
@ContextConfiguration(initializers = ServersInitializer.class)
class OutboxIT {

    private static final Topic<SignedOutEverywhere> TOPIC =
            new Topic<>("test.outbox.v1", SignedOutEverywhere.class, true);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private Outbox outbox;

    @Autowired
    private ReactiveMongoTemplate mongo;

    private final String id = UUID.randomUUID().toString();

    @Test
    void publishesWhatACrashLeft() {
        change(1);
        change(2);

        outbox.sweep().block(SOON);

        assertThat(published()).containsExactly(1, 2);
        assertThat(stored().outbox()).isEmpty();
    }

    @Test
    void publishesNothingOnceMoreThatIsPublished() {
        Changed first = change(1);
        Changed second = change(2);

        outbox.relay(second).block(SOON);
        outbox.relay(first).block(SOON); // it knows of one event only, and comes late

        assertThat(published()).containsExactly(1, 2);
    }

    @Test
    void publishesEachOnceWhileItSweeps() {
        var sweeping = outbox.sweep().repeat().subscribe();
        try {
            for (int number = 1; number <= 100; number++) {
                outbox.relay(change(number)).block(SOON);
            }
        } finally {
            sweeping.dispose();
        }

        assertThat(published()).isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void keepsTheOrderOfChangesThatAreRelayedAtOnce() {
        List<Mono<Void>> relays = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> outbox.relay(change(number)))
                .toList();

        Mono.when(relays).block(SOON);

        assertThat(published()).isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    /** The number of the change is the second of its event. */
    private Changed change(int number) {
        var at = Instant.ofEpochSecond(number);
        var event = PendingEvent.of(TOPIC, id, new SignedOutEverywhere(id + number, at, id, at));
        return mongo.findAndModify(
                        byId(),
                        new Update().push(HasOutbox.FIELD, event),
                        FindAndModifyOptions.options().upsert(true).returnNew(true),
                        Changed.class)
                .blockOptional(SOON)
                .orElseThrow();
    }

    private Changed stored() {
        return mongo.findOne(byId(), Changed.class).blockOptional(SOON).orElseThrow();
    }

    private Query byId() {
        return Query.query(where("_id").is(id));
    }

    private List<Integer> published() {
        try (var probe = EventProbe.fromBeginning(TOPIC.name())) {
            return probe.records().stream()
                    .map(record -> EventJson.read(record.value(), SignedOutEverywhere.class))
                    .filter(event -> event.subject().equals(id))
                    .map(event -> (int) event.notBefore().getEpochSecond())
                    .toList();
        }
    }

    @Document
    record Changed(@Id String id, List<PendingEvent> outbox) implements HasOutbox {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {

        @Bean
        TopicDeclaration declaredTopics() {
            return TopicDeclaration.of(TOPIC);
        }
    }
}
