package org.shuxiang.platform.log;

import java.time.Instant;
import org.shuxiang.contracts.Event;

/** An event with its place in the log. */
public record LoggedEvent<E extends Event>(E event, String key, int partition, long offset, Instant appendedAt) {}
