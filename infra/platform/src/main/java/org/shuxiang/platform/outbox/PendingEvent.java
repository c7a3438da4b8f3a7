package org.shuxiang.platform.outbox;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.Topic;

/**
 * An event that waits in its document until it is in the log.
 *
 * @param value the record's value as JSON, or null to delete the key of a compacted topic
 */
public record PendingEvent(
        String topic, String key, @Nullable String value) {

    public static <E extends Event> PendingEvent of(Topic<E> topic, String key, E event) {
        return new PendingEvent(topic.name(), key, new String(EventJson.write(event), StandardCharsets.UTF_8));
    }
}
