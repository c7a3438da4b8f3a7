package org.shuxiang.stats.board.stream;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What changed and has not been passed on yet. It is a store of its own, committed with the change: so that a crash in
 * between passes it on later, and not never.
 */
final class Due {

    private static final byte[] MARK = {1};

    private final KeyValueStore<String, byte[]> store;

    Due(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    void mark(String key) {
        store.put(key, MARK);
    }

    /** What is due, in the order of the keys; it is due no longer. */
    List<String> take() {
        var keys = new ArrayList<String>();
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.forEach(store::delete);
        return keys;
    }
}
