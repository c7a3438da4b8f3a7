package org.shuxiang.campaign.traffic;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs through the log.
 *
 * @param topics those with events of people, by name
 * @param groups consumer groups, the one that is furthest behind first
 */
public record Traffic(Instant at, List<TopicTraffic> topics, List<GroupLag> groups, Errors errors) {

    public Traffic {
        topics = List.copyOf(topics);
        groups = List.copyOf(groups);
    }

    /**
     * A topic.
     *
     * @param records ever appended
     * @param perSecond since the look before, or null when there was none
     */
    public record TopicTraffic(
            String topic, long records, @Nullable Double perSecond) {}

    /** @param lag records that the group has still to read */
    public record GroupLag(String group, long lag) {}

    /**
     * What went wrong.
     *
     * @param deadLetters records that wait to be handled again, of all services
     * @param serverErrorsPerMinute answers of this instance with a status from 500, or null before the second look
     */
    public record Errors(long deadLetters, @Nullable Double serverErrorsPerMinute) {}
}
