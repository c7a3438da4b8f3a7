package org.shuxiang.testsupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What may block where nothing else may, each with its reason. Anything else fails, and is told where that is lost. */
public final class AllowedBlocking implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // libraries hold a lock for a moment; waiting for somebody's work is another matter, and fails
        builder.allowBlockingCallsInside("java.util.concurrent.locks.ReentrantLock", "lock");
        builder.allowBlockingCallsInside("java.util.concurrent.locks.StampedLock", "writeLock");
        builder.allowBlockingCallsInside("java.util.concurrent.locks.StampedLock", "readLock");
        // the system's random bytes never wait once it runs
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
        // what is read once, from the classpath
        builder.allowBlockingCallsInside("java.util.ResourceBundle", "getBundle");
        builder.allowBlockingCallsInside("java.util.zip.ZipFile$Source", "readFullyAt");
        builder.blockingMethodCallback(method -> {
            var failure = new BlockingOperationError(method);
            Logging.LOG.error("blocks where it must not", failure);
            throw failure;
        });
    }

    /** Not before the first failure: this class is loaded before the logging is set up. */
    private static final class Logging {

        private static final Logger LOG = LoggerFactory.getLogger(AllowedBlocking.class);
    }
}
