package org.shuxiang.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Writes a command's changes to the file before the command is answered.
 *
 * <p>A commit takes all maps as they are at that moment. It therefore waits until no command is half done, or a killed
 * server could come back with an index entry whose document was never written. Commands that end while another commit
 * runs share the next one.
 */
final class DurableBackend extends IndexedBackend {

    /** Commands that change nothing and never wait. Everything else is taken for a change. */
    private static final Set<String> READING = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "serverstatus",
            "endsessions",
            "listcollections",
            "listindexes",
            "listdatabases");

    /** Commits between two looks at the file's fill rate, and how much of it may be rewritten at each. */
    private static final int COMMITS_PER_HOUSEKEEPING = 64;

    private static final int FILL_RATE_PERCENT = 50;
    private static final int HOUSEKEEPING_BYTES = 4 * 1024 * 1024;

    private final MVStore store;
    private final ReadWriteLock commands = new ReentrantReadWriteLock();
    private int commits;

    DurableBackend(MVStore store) {
        super(store);
        this.store = store;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        if (READING.contains(message.getDocument().keySet().iterator().next().toLowerCase(Locale.ROOT))) {
            return super.handleMessage(message);
        }
        commands.readLock().lock();
        try {
            return super.handleMessage(message);
        } finally {
            // Also after a failure: a part of its changes may be told as done.
            commands.readLock().unlock();
            commit();
        }
    }

    /** Looks for changes only under the lock: outside it, changes which another thread is writing look written. */
    @Override
    public void commit() {
        commands.writeLock().lock();
        try {
            if (store.hasUnsavedChanges()) {
                super.commit();
                if (++commits % COMMITS_PER_HOUSEKEEPING == 0) {
                    store.compact(FILL_RATE_PERCENT, HOUSEKEEPING_BYTES);
                }
            }
        } finally {
            commands.writeLock().unlock();
        }
    }
}
