package org.shuxiang.embedded.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/**
 * The file behind the database.
 *
 * <p>It is never compacted in place: H2's moving of chunks fails an assertion of its own on a store that keeps no old
 * versions. A file that is mostly waste is copied when it is opened, and the copy takes its place in one step.
 */
final class StoreFile {

    /** Since the maps are of the types of {@link StoreMaps}. */
    private static final int FORMAT = 1;

    private static final int ENTRIES_PER_COMMIT = 10_000;
    private static final int CACHE_MEGABYTES = 32;
    private static final long SMALL_BYTES = 4 * 1024 * 1024;
    private static final int WASTEFUL_PERCENT = 50;

    private StoreFile() {}

    /** Opens the file, which is created when it does not exist and locked until the store is closed. */
    static MVStore open(Path file) {
        MVStoreTool.compactCleanUp(file.toString());
        MVStore store = openAsItIs(file);
        if (store.getStoreVersion() < FORMAT) {
            store.close();
            convert(file);
            store = openAsItIs(file);
        }
        if (isWasteful(store)) {
            store.close();
            MVStoreTool.compact(file.toString(), false);
            store = openAsItIs(file);
        }
        return store;
    }

    /** Writes all of it once more, in this format, and puts that in its place. */
    private static void convert(Path file) {
        Path converted = file.resolveSibling(file.getFileName() + ".converted");
        try {
            Files.deleteIfExists(converted); // half written by a JVM that died
            try (MVStore from = openAsItIs(file);
                    MVStore to = openAsItIs(converted)) {
                from.getMapNames().forEach(name -> copy(from.openMap(name), StoreMaps.open(to, name), to));
                to.setStoreVersion(FORMAT);
                to.commit();
                to.sync(); // before the other is gone
            }
            Files.move(converted, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // both maps are of the same name, and so of the same kind
    private static void copy(MVMap<?, ?> from, MVMap<?, ?> to, MVStore store) {
        var target = (MVMap<Object, Object>) to;
        int uncommitted = 0;
        for (Map.Entry<?, ?> entry : from.entrySet()) {
            target.put(entry.getKey(), entry.getValue());
            if (++uncommitted % ENTRIES_PER_COMMIT == 0) {
                store.commit();
            }
        }
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
