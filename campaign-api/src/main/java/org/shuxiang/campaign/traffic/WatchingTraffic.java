package org.shuxiang.campaign.traffic;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.traffic.Traffic.Errors;
import org.shuxiang.campaign.traffic.Traffic.GroupLag;
import org.shuxiang.campaign.traffic.Traffic.TopicTraffic;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.quiz.QuizTopics;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks the broker how far everything is, at most once a second however many ask. */
public final class WatchingTraffic {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final List<String> WATCHED = List.of(
            CampaignTopics.VISITS.name(),
            CampaignTopics.PARTICIPATIONS.name(),
            QuizTopics.ANSWER_SHEETS.name(),
            QuizTopics.ATTEMPTS.name());
    private static final String DEAD_LETTERS = ".dlq";
    private static final String REPLAYS = ".replay";

    private final Admin admin;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Mono<Traffic> shared;
    private @Nullable Look last;

    public WatchingTraffic(Admin admin, MeterRegistry meters, Clock clock) {
        this.admin = admin;
        this.meters = meters;
        this.clock = clock;
        this.shared = Mono.fromCallable(this::look)
                .subscribeOn(Schedulers.boundedElastic())
                .cache(FRESH);
    }

    private record Look(Instant at, Map<String, Long> records, long serverErrors) {}

    /** What runs now. */
    public Mono<Traffic> traffic() {
        return shared;
    }

    private synchronized Traffic look() throws ExecutionException, InterruptedException {
        Instant now = clock.instant();
        Map<TopicPartition, Long> ends = ends();
        Map<String, Map<TopicPartition, OffsetAndMetadata>> groups = committed();
        var records = new TreeMap<String, Long>();
        ends.forEach((partition, end) -> records.merge(partition.topic(), end, Long::sum));
        var current = new Look(now, records, serverErrors());
        @Nullable Look before = last;
        last = current;
        return new Traffic(
                now,
                WATCHED.stream()
                        .filter(records::containsKey)
                        .map(topic -> new TopicTraffic(
                                topic, count(current, topic), perSecond(before, current, look -> count(look, topic))))
                        .toList(),
                groups.entrySet().stream()
                        .filter(group -> !group.getKey().endsWith(REPLAYS))
                        .map(group -> new GroupLag(group.getKey(), lag(ends, group.getValue())))
                        .sorted(Comparator.comparingLong(GroupLag::lag)
                                .reversed()
                                .thenComparing(GroupLag::group))
                        .toList(),
                new Errors(deadLetters(ends, groups), perMinute(perSecond(before, current, Look::serverErrors))));
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Collection<TopicDescription> topics = admin.describeTopics(
                        admin.listTopics().names().get())
                .allTopicNames()
                .get()
                .values();
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (TopicDescription topic : topics) {
            topic.partitions()
                    .forEach(
                            info -> asked.put(new TopicPartition(topic.name(), info.partition()), OffsetSpec.latest()));
        }
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed()
            throws ExecutionException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> groups = admin.listGroups().all().get().stream()
                .collect(Collectors.toMap(GroupListing::groupId, group -> new ListConsumerGroupOffsetsSpec()));
        return groups.isEmpty()
                ? Map.of()
                : admin.listConsumerGroupOffsets(groups).all().get();
    }

    private static long lag(Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> committed) {
        return committed.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .mapToLong(entry ->
                        ends.getOrDefault(entry.getKey(), 0L) - entry.getValue().offset())
                .map(behind -> Math.max(0, behind))
                .sum();
    }

    /** Those that no replay has been through. */
    private static long deadLetters(
            Map<TopicPartition, Long> ends, Map<String, Map<TopicPartition, OffsetAndMetadata>> groups) {
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().endsWith(DEAD_LETTERS))
                .mapToLong(end -> {
                    @Nullable
                    OffsetAndMetadata replayed = groups.getOrDefault(
                                    end.getKey().topic() + REPLAYS, Map.of())
                            .get(end.getKey());
                    return end.getValue() - (replayed == null ? 0 : replayed.offset());
                })
                .sum();
    }

    private long serverErrors() {
        return meters.find("http.server.requests").tag("outcome", "SERVER_ERROR").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static long count(Look look, String topic) {
        return look.records().getOrDefault(topic, 0L);
    }

    private static @Nullable Double perSecond(@Nullable Look before, Look now, Function<Look, Long> count) {
        if (before == null || !before.at().isBefore(now.at())) {
            return null;
        }
        double seconds = Duration.between(before.at(), now.at()).toMillis() / 1000.0;
        return (count.apply(now) - count.apply(before)) / seconds;
    }

    private static @Nullable Double perMinute(@Nullable Double perSecond) {
        return perSecond == null ? null : perSecond * Duration.ofMinutes(1).toSeconds();
    }
}
