package org.shuxiang.stats.board.stream;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store whose entries know whether they were told on since they changed. What was not is found again after a crash: so
 * that it is told on later, and not never.
 */
final class Untold {

    private static final byte TOLD = 0;
    private static final byte UNTOLD = 1;

    private final KeyValueStore<Bytes, byte[]> store;

    Untold(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    byte @Nullable [] get(Bytes key) {
        byte @Nullable [] entry = store.get(key);
        return entry == null ? null : value(entry);
    }

    /** A change, which is untold. */
    void put(Bytes key, byte[] value) {
        store.put(key, entry(UNTOLD, value));
    }

    void told(Bytes key, byte[] value) {
        store.put(key, entry(TOLD, value));
    }

    /** All that is untold. */
    void forEachUntold(BiConsumer<Bytes, byte[]> action) {
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value[0] == UNTOLD) {
                    action.accept(entry.key, value(entry.value));
                }
            });
        }
    }

    /** Those with a key from the first to the last. */
    void forEach(Bytes first, Bytes last, BiConsumer<Bytes, byte[]> action) {
        try (KeyValueIterator<Bytes, byte[]> some = store.range(first, last)) {
            some.forEachRemaining(entry -> action.accept(entry.key, value(entry.value)));
        }
    }

    private static byte[] entry(byte state, byte[] value) {
        byte[] entry = new byte[value.length + 1];
        entry[0] = state;
        System.arraycopy(value, 0, entry, 1, value.length);
        return entry;
    }

    private static byte[] value(byte[] entry) {
        return Arrays.copyOfRange(entry, 1, entry.length);
    }
}
