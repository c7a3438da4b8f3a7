package org.shuxiang.platform.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/** A record that could not be handled, with its place and the cause in the headers that Spring's recoverer writes. */
public final class DeadLetter {

    private DeadLetter() {}

    /**
     * The letter, ready to be sent.
     *
     * @param deadLetterTopic where it goes
     * @param key of the letter, not always that of the record
     */
    public static ProducerRecord<byte[], byte[]> of(
            String deadLetterTopic,
            byte @Nullable [] key,
            byte @Nullable [] value,
            String topic,
            int partition,
            long offset,
            Exception cause) {
        var letter = new ProducerRecord<byte[], byte[]>(deadLetterTopic, key, value);
        letter.headers()
                .add(KafkaHeaders.DLT_ORIGINAL_TOPIC, text(topic))
                .add(
                        KafkaHeaders.DLT_ORIGINAL_PARTITION,
                        ByteBuffer.allocate(Integer.BYTES).putInt(partition).array())
                .add(
                        KafkaHeaders.DLT_ORIGINAL_OFFSET,
                        ByteBuffer.allocate(Long.BYTES).putLong(offset).array())
                .add(KafkaHeaders.DLT_EXCEPTION_FQCN, text(cause.getClass().getName()))
                .add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, text(String.valueOf(cause.getMessage())));
        return letter;
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
