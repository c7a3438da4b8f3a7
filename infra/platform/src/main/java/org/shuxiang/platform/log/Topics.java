package org.shuxiang.platform.log;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.shuxiang.contracts.Topic;

/** Creates topics that are not there yet. The log is the truth: nothing in it expires. */
public final class Topics {

    private static final String FOR_EVER = "-1";
    private static final String LARGEST_RECORD_BYTES = String.valueOf(8 * 1024 * 1024);
    /** The newest segment is not compacted, and read whole at each start. */
    private static final String COMPACTED_SEGMENT_BYTES = String.valueOf(32 * 1024 * 1024);

    private static final String LATEST_COMPACTION_MILLIS = String.valueOf(24 * 60 * 60 * 1000L);

    private final Admin admin;
    private final TopicProperties properties;

    Topics(Admin admin, TopicProperties properties) {
        this.admin = admin;
        this.properties = properties;
    }

    /** Does nothing for a topic that exists. */
    public void ensure(Topic<?> topic) {
        create(topic.compacted() ? compacted(topic.name()) : growing(topic.name(), properties.partitions()));
    }

    void ensureDeadLetters(String name, boolean compacted) {
        create(compacted ? compacted(name) : growing(name, 1));
    }

    private NewTopic growing(String name, int partitions) {
        return new NewTopic(name, partitions, properties.replicationFactor())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, FOR_EVER,
                        TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGEST_RECORD_BYTES));
    }

    /** Low-rate and read whole by every instance: one partition keeps the order of all of it. */
    private NewTopic compacted(String name) {
        return new NewTopic(name, 1, properties.replicationFactor())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, LATEST_COMPACTION_MILLIS,
                        TopicConfig.SEGMENT_BYTES_CONFIG, COMPACTED_SEGMENT_BYTES,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGEST_RECORD_BYTES));
    }

    private void create(NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + topic.name() + " cannot be created", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topic " + topic.name(), e);
        }
    }
}
