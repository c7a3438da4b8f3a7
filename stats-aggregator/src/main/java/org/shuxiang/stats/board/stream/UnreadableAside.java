package org.shuxiang.stats.board.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.shuxiang.contracts.Topic;
import org.shuxiang.contracts.UnreadableEventException;
import org.shuxiang.stats.StatsApplication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Puts a record that cannot be read among the dead letters, with its cause, and goes on. Whatever else fails stops the
 * thread before anything of the record is committed; the one that replaces it reads the record again.
 */
public final class UnreadableAside implements ProcessingExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(UnreadableAside.class);

    @Override
    public Response handleError(ErrorHandlerContext at, Record<?, ?> record, Exception failure) {
        if (!(failure instanceof UnreadableEventException)) {
            log.error("{}-{}@{} cannot be counted", at.topic(), at.partition(), at.offset(), failure);
            return Response.fail();
        }
        log.warn("{}-{}@{} cannot be read: {}", at.topic(), at.partition(), at.offset(), failure.getMessage());
        var letter = new ProducerRecord<>(
                Topic.deadLetters(at.topic(), StatsApplication.NAME), at.sourceRawKey(), at.sourceRawValue());
        letter.headers()
                .add(KafkaHeaders.DLT_ORIGINAL_TOPIC, text(at.topic()))
                .add(
                        KafkaHeaders.DLT_ORIGINAL_PARTITION,
                        ByteBuffer.allocate(Integer.BYTES)
                                .putInt(at.partition())
                                .array())
                .add(
                        KafkaHeaders.DLT_ORIGINAL_OFFSET,
                        ByteBuffer.allocate(Long.BYTES).putLong(at.offset()).array())
                .add(KafkaHeaders.DLT_EXCEPTION_FQCN, text(failure.getClass().getName()))
                .add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, text(String.valueOf(failure.getMessage())));
        return Response.resume(List.of(letter));
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // needs none
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
