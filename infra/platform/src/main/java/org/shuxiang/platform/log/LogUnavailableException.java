package org.shuxiang.platform.log;

/** The log did not take a record in time: nothing was acknowledged, and the client may send the same again. */
public final class LogUnavailableException extends RuntimeException {

    LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
