package org.shuxiang.platform.log;

import java.util.List;
import org.shuxiang.contracts.Topic;

/** The topics that a service writes or consumes: created before it starts. */
public record TopicDeclaration(List<Topic<?>> topics) {

    public TopicDeclaration {
        topics = List.copyOf(topics);
    }

    public static TopicDeclaration of(Topic<?>... topics) {
        return new TopicDeclaration(List.of(topics));
    }
}
