package org.shuxiang.stats.board.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.shuxiang.platform.log.ConsumerGroups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.FileSystemUtils;

/**
 * Forgets all that the aggregation has made of the log, before it starts, so that it reads the log from the beginning:
 * for a service that is started with {@code shuxiang.rebuild-views=true}. The boards stay, and are written over. Dead
 * letters are forgotten, because what they are of is read again in its place.
 */
final class AggregationRebuild implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AggregationRebuild.class);

    private final Admin admin;
    private final String application;
    private final Path stateFolder;
    private final List<String> deadLetters;
    private final boolean wanted;
    private volatile boolean done;

    /**
     * @param application the id of the Streams application, which its group is named by and its topics begin with
     * @param wanted false: nothing is done
     */
    AggregationRebuild(Admin admin, String application, Path stateFolder, List<String> deadLetters, boolean wanted) {
        this.admin = admin;
        this.application = application;
        this.stateFolder = stateFolder;
        this.deadLetters = List.copyOf(deadLetters);
        this.wanted = wanted;
    }

    @Override
    public void start() {
        done = true;
        if (!wanted) {
            return;
        }
        log.warn("rebuilding all boards from the log");
        try {
            ConsumerGroups.forget(admin, application);
            List<String> own = get(admin.listTopics().names()).stream()
                    .filter(this::isInternal)
                    .toList();
            get(admin.deleteTopics(own).all());
            forgetLetters();
            FileSystemUtils.deleteRecursively(stateFolder.resolve(application));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changelogs and what is between the processors, by the names that Kafka Streams gives them. */
    private boolean isInternal(String topic) {
        return topic.startsWith(application + "-") && (topic.endsWith("-changelog") || topic.endsWith("-repartition"));
    }

    private void forgetLetters() {
        List<TopicPartition> partitions = get(admin.describeTopics(deadLetters).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, OffsetSpec> ends =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, RecordsToDelete> all = get(admin.listOffsets(ends).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
        get(admin.deleteRecords(all).all());
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the boards cannot be rebuilt", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while rebuilding", e);
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Before the stream starts. */
    @Override
    public int getPhase() {
        return 1;
    }
}
