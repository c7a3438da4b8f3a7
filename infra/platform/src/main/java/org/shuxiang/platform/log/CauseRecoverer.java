package org.shuxiang.platform.log;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/** Writes a dead letter with the cause itself in its headers, without the frameworks' wrappings. */
final class CauseRecoverer extends DeadLetterPublishingRecoverer {

    CauseRecoverer(KafkaOperations<byte[], byte[]> writer, String deadLetterTopic) {
        super(writer, (record, failure) -> new TopicPartition(deadLetterTopic, 0));
        setFailIfSendResultIsError(true);
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, Exception failure) {
        super.accept(record, consumer, causeOf(failure));
    }

    static Exception causeOf(Exception failure) {
        Exception cause = failure;
        while (cause.getClass().getName().startsWith("org.springframework.")
                && cause.getCause() instanceof Exception inner) {
            cause = inner;
        }
        return cause;
    }
}
