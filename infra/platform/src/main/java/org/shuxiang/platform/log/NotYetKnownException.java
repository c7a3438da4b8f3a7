package org.shuxiang.platform.log;

/**
 * A record refers to something of another topic that this instance has not read. It may be on its way, so the record is
 * tried again for half a minute before it goes to the dead letters.
 */
public final class NotYetKnownException extends RuntimeException {

    public NotYetKnownException(String message) {
        super(message);
    }
}
