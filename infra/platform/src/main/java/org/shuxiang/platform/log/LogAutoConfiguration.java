package org.shuxiang.platform.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.shuxiang.contracts.Topic;
import org.shuxiang.contracts.UnreadableEventException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** One producer, the topics, the dead letters: the same in every service. */
@AutoConfiguration
@EnableConfigurationProperties({TopicProperties.class, RetryProperties.class})
class LogAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(LogAutoConfiguration.class);
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(60);

    @Bean(destroyMethod = "close")
    Admin kafkaAdminClient(KafkaProperties properties) {
        return Admin.create(properties.buildAdminProperties());
    }

    @Bean
    Topics topics(Admin kafkaAdminClient, TopicProperties properties, ObjectProvider<TopicDeclaration> declarations) {
        var topics = new Topics(kafkaAdminClient, properties);
        declarations.forEach(declaration -> declaration.topics().forEach(topics::ensure));
        return topics;
    }

    @Bean(destroyMethod = "close")
    Producer<byte[], byte[]> eventProducer(
            KafkaProperties properties,
            Topics topics,
            ObjectProvider<TopicDeclaration> declarations,
            ObjectProvider<MeterRegistry> meters) {
        var producer = new KafkaProducer<>(
                properties.buildProducerProperties(), new ByteArraySerializer(), new ByteArraySerializer());
        // sends never wait for metadata, so it has to be there before the first one
        Flux.fromStream(declarations.stream())
                .flatMapIterable(TopicDeclaration::topics)
                .concatMap(topic -> Mono.fromCallable(() -> producer.partitionsFor(topic.name()))
                        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, Duration.ofMillis(50))))
                .then()
                .block(BROKER_PATIENCE);
        meters.ifAvailable(registry -> new KafkaClientMetrics(producer).bindTo(registry));
        return producer;
    }

    @Bean
    EventLog eventLog(Producer<byte[], byte[]> eventProducer) {
        return new EventLog(eventProducer);
    }

    @Bean
    KafkaOperations<byte[], byte[]> deadLetterWriter(KafkaProperties properties) {
        Map<String, Object> patient = new HashMap<>(properties.buildProducerProperties());
        patient.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BROKER_PATIENCE.toMillis());
        patient.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) BROKER_PATIENCE.toMillis());
        return new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(patient, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    @Bean
    TopicReplicas topicReplicas(
            KafkaProperties properties,
            Topics topics,
            KafkaOperations<byte[], byte[]> deadLetterWriter,
            @Value("${spring.application.name}") String service) {
        return new TopicReplicas(properties.buildConsumerProperties(), topics, deadLetterWriter, service);
    }

    @Bean
    DeadLetters deadLetters(
            KafkaProperties properties,
            KafkaOperations<byte[], byte[]> deadLetterWriter,
            ListableBeanFactory beans,
            BindingServiceProperties bindings) {
        return new DeadLetters(properties.buildConsumerProperties(), deadLetterWriter, beans, bindings);
    }

    @Bean
    ViewRebuild viewRebuild(
            Admin kafkaAdminClient,
            ReactiveMongoTemplate mongo,
            BindingServiceProperties bindings,
            ObjectProvider<ViewRebuild.View> views,
            @Value("${shuxiang.rebuild-views:false}") boolean wanted) {
        return new ViewRebuild(
                kafkaAdminClient, mongo, bindings, wanted, views.orderedStream().toList());
    }

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> deadLetterCustomizer(
            KafkaOperations<byte[], byte[]> deadLetterWriter, Topics topics, RetryProperties retry) {
        return (container, destination, group) -> {
            String deadLetterTopic = Topic.deadLetters(destination, group);
            topics.ensureDeadLetters(deadLetterTopic, false);
            var handler = new DefaultErrorHandler(
                    new CauseRecoverer(deadLetterWriter, deadLetterTopic), backOff(retry.failed()));
            handler.addNotRetryableExceptions(UnreadableEventException.class);
            handler.setBackOffFunction((record, failure) -> {
                if (TransientFailures.isTransient(failure)) {
                    return backOff(Duration.ofMillis(Long.MAX_VALUE));
                }
                return causedByUnknown(failure) ? backOff(retry.notYetKnown()) : null;
            });
            handler.setRetryListeners((record, failure, attempt) -> log.warn(
                    "{}-{}@{} failed, try {}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    attempt,
                    failure == null ? "" : CauseRecoverer.causeOf(failure).toString()));
            container.setCommonErrorHandler(handler);
        };
    }

    private static boolean causedByUnknown(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotYetKnownException) {
                return true;
            }
        }
        return false;
    }

    private static BackOff backOff(Duration longest) {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        backOff.setMaxElapsedTime(longest.toMillis());
        return backOff;
    }
}
