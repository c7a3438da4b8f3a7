package org.shuxiang.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.testsupport.Records.header;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.SignedOutEverywhere;
import org.shuxiang.contracts.Topic;
import org.shuxiang.platform.log.DeadLetters.Replayed;
import org.shuxiang.testsupport.EventProbe;
import org.shuxiang.testsupport.ServersInitializer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.test.context.ContextConfiguration;

/** What cannot be applied waits, comes back once its cause is mended, and never overwrites what is newer. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=platform", "spring.application.name=replica-test"})
@ContextConfiguration(initializers = ServersInitializer.class)
class TopicReplicaIT {

    private static final Topic<SignedOutEverywhere> TOPIC =
            new Topic<>("test.replicas.v1", SignedOutEverywhere.class, true);
    private static final String LETTERS = TOPIC.deadLetters("replica-test.replica");
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private EventLog log;

    @Autowired
    private DeadLetters deadLetters;

    @Autowired
    private View view;

    @Test
    void appliesAgainWhatCouldNotBeApplied() {
        view.broken.add("a");
        append("a", 1);
        append("b", 2);
        awaitApplied("b", 2);
        try (var probe = EventProbe.fromBeginning(LETTERS)) {
            var letter = probe.await(record -> true, SOON);
            assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_FQCN)).isEqualTo("java.lang.IllegalStateException");
            assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_MESSAGE)).isEqualTo("a is broken");
        }
        assertThat(deadLetters.replay(LETTERS)).contains(new Replayed(0, 1));
        assertThat(view.applied).doesNotContainKey("a");

        view.broken.remove("a");

        assertThat(deadLetters.replay(LETTERS)).contains(new Replayed(1, 0));
        assertThat(view.applied).containsEntry("a", at(1));
        assertThat(deadLetters.replay(LETTERS)).contains(new Replayed(0, 0));
    }

    @Test
    void bringsNothingBackThatIsNoLongerTrue() {
        view.broken.add("c");
        append("c", 1);
        append("d", 2);
        awaitApplied("d", 2);
        view.broken.remove("c");
        append("c", 3);
        awaitApplied("c", 3);

        assertThat(deadLetters.replay(LETTERS)).contains(new Replayed(0, 0));

        assertThat(view.applied).containsEntry("c", at(3));
    }

    private void append(String key, int second) {
        log.append(TOPIC, key, new SignedOutEverywhere(key + second, at(second), key, at(second)))
                .block(SOON);
    }

    private void awaitApplied(String key, int second) {
        Awaitility.await().atMost(SOON).until(() -> at(second).equals(view.applied.get(key)));
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }

    static final class View {

        private final Map<String, Instant> applied = new ConcurrentHashMap<>();
        private final Set<String> broken = ConcurrentHashMap.newKeySet();

        void apply(String key, @Nullable SignedOutEverywhere event) {
            if (event == null || broken.contains(key)) {
                throw new IllegalStateException(key + " is broken");
            }
            applied.put(key, event.notBefore());
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {

        @Bean
        View view() {
            return new View();
        }

        @Bean
        TopicDeclaration declaredTopics() {
            return TopicDeclaration.of(TOPIC);
        }

        @Bean
        TopicReplica<SignedOutEverywhere> replica(TopicReplicas replicas, View view) {
            return replicas.follow(TOPIC, view::apply);
        }
    }
}
