package org.shuxiang.platform.log;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are created.
 *
 * @param partitions of a topic that is not compacted: the most instances of a service that can share its work
 * @param replicationFactor 3 in production; the embedded broker is alone
 */
@ConfigurationProperties("shuxiang.topics")
public record TopicProperties(
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replicationFactor) {}
