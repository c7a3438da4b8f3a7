package org.shuxiang.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What tests ask about the records of an {@link EventProbe}. */
public final class Records {

    private Records() {}

    /** Fits the records with this key. */
    public static Predicate<ConsumerRecord<byte[], byte[]>> hasKey(String key) {
        return record -> new String(record.key(), StandardCharsets.UTF_8).equals(key);
    }

    /** The last header of that name as text, or an empty text. */
    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
