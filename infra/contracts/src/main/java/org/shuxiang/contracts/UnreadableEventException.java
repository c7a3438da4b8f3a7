package org.shuxiang.contracts;

import org.jspecify.annotations.Nullable;

/** A record's value is not an event that this build can read: trying again does not help. */
public class UnreadableEventException extends RuntimeException {

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
