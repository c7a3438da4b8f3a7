package org.shuxiang.embedded.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Keys of unique indexes: one value after another, each written and compared as what it is. By itself the store compares
 * two keys by the bytes of their serialization, at each step of a search.
 */
final class KeyType extends BasicDataType<KeyValue> {

    private static final int OBJECT_BYTES = 48;

    private final ObjectDataType values = new ObjectDataType();

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }

    @Override
    public int compare(KeyValue one, KeyValue other) {
        int common = Math.min(one.size(), other.size());
        for (int i = 0; i < common; i++) {
            int order = values.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    @Override
    public void write(WriteBuffer buffer, KeyValue key) {
        buffer.putVarInt(key.size());
        for (Object value : key) {
            values.write(buffer, value);
        }
    }

    @Override
    public KeyValue read(ByteBuffer buffer) {
        List<Object> key = new ArrayList<>();
        for (int left = DataUtils.readVarInt(buffer); left > 0; left--) {
            key.add(values.read(buffer));
        }
        return new KeyValue(key);
    }

    @Override
    public int getMemory(KeyValue key) {
        int memory = OBJECT_BYTES;
        for (Object value : key) {
            memory += values.getMemory(value);
        }
        return memory;
    }
}
