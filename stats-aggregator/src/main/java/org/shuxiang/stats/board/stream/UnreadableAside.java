package org.shuxiang.stats.board.stream;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.shuxiang.contracts.Topic;
import org.shuxiang.contracts.UnreadableEventException;
import org.shuxiang.platform.log.DeadLetter;
import org.shuxiang.stats.StatsApplication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a record that cannot be read, or says what cannot be counted, among the dead letters, with its cause, and goes on. Whatever else fails stops the
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
        return Response.resume(List.of(DeadLetter.of(
                Topic.deadLetters(at.topic(), StatsApplication.NAME),
                at.sourceRawKey(),
                at.sourceRawValue(),
                at.topic(),
                at.partition(),
                at.offset(),
                failure)));
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // needs none
    }
}
