package org.shuxiang.quiz.regrade.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.quiz.regrade.GraderProgress;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Compares the ends of the partitions with the offsets that the grader's consumer group has committed. */
final class KafkaGraderProgress implements GraderProgress {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    private final Admin admin;
    private final String group;

    KafkaGraderProgress(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    @Override
    public Mono<Void> caughtUp() {
        return ends().flatMap(ends -> committed()
                .filter(committed -> isThrough(committed, ends))
                .repeatWhenEmpty(Integer.MAX_VALUE, looks -> looks.concatMap(look -> Mono.delay(LOOK_AGAIN)))
                .then());
    }

    private static boolean isThrough(Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> {
            @Nullable OffsetAndMetadata place = committed.get(end.getKey());
            return end.getValue() == 0 || (place != null && place.offset() >= end.getValue());
        });
    }

    private Mono<Map<TopicPartition, Long>> ends() {
        String topic = QuizTopics.ANSWER_SHEETS.name();
        return ask(() -> admin.describeTopics(List.of(topic)).allTopicNames())
                .flatMapIterable(Map::values)
                .flatMapIterable(TopicDescription::partitions)
                .collectMap(info -> new TopicPartition(topic, info.partition()), info -> OffsetSpec.latest())
                .flatMap(latest -> ask(() -> admin.listOffsets(latest).all()))
                .map(results -> results.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, end -> end.getValue().offset())));
    }

    private Mono<Map<TopicPartition, OffsetAndMetadata>> committed() {
        return ask(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    /** The rest must not run on the one thread that talks to the broker. */
    private static <T> Mono<T> ask(Supplier<KafkaFuture<T>> question) {
        return Mono.fromFuture(() -> question.get().toCompletionStage().toCompletableFuture())
                .publishOn(Schedulers.parallel());
    }
}
