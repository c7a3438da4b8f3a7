package org.shuxiang.platform.outbox;

import java.util.List;

/**
 * A document that changes and says so: the change and its events are one atomic write, the events in a field named
 * {@code outbox}.
 */
public interface HasOutbox {

    String FIELD = "outbox";

    String id();

    /** In the order in which they are to be appended. */
    List<PendingEvent> outbox();
}
