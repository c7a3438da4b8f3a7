package org.shuxiang.embedded.mongo;

import java.nio.file.Path;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/**
 * The file behind the database.
 *
 * <p>It is never compacted in place: H2's moving of chunks fails an assertion of its own on a store that keeps no old
 * versions. A file that is mostly waste is copied when it is opened, and the copy takes its place in one step.
 */
final class StoreFile {

    private static final int CACHE_MEGABYTES = 32;
    private static final long SMALL_BYTES = 4 * 1024 * 1024;
    private static final int WASTEFUL_PERCENT = 50;

    private StoreFile() {}

    /** Opens the file, which is created when it does not exist and locked until the store is closed. */
    static MVStore open(Path file) {
        MVStoreTool.compactCleanUp(file.toString());
        MVStore store = openAsItIs(file);
        if (isWasteful(store)) {
            store.close();
            MVStoreTool.compact(file.toString(), false);
            store = openAsItIs(file);
        }
        return store;
    }

    private static MVStore openAsItIs(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_MEGABYTES)
                .open();
        // Nothing reads an old version of the data, so the space of replaced pages is free at once.
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        return store;
    }

    private static boolean isWasteful(MVStore store) {
        FileStore<?> file = store.getFileStore();
        int usedPercent = file.getFillRate() * file.getChunksFillRate() / 100;
        return file.size() > SMALL_BYTES && usedPercent < WASTEFUL_PERCENT;
    }
}
