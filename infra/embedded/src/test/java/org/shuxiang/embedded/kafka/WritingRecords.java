package org.shuxiang.embedded.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.shuxiang.embedded.HaltedJvm;

/** Appends records, many at once, until the JVM halts. */
final class WritingRecords {

    static final String TOPIC = "quiz.answer-sheets.v1";

    private WritingRecords() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        var notes = new HaltedJvm.Notes(folder, Long.parseLong(arguments[1]));
        String servers = EmbeddedKafka.start(folder.resolve("kafka"), 0).bootstrapServers();
        createTopic(servers);
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", servers);
        settings.put("acks", "all");
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        var underWay = new Semaphore(500);
        long run = System.currentTimeMillis();
        for (int number = 0; ; number++) {
            String text = run + "/" + number;
            underWay.acquire();
            var unused = producer.send(new ProducerRecord<>(TOPIC, text, text), (metadata, failure) -> {
                underWay.release();
                if (failure == null) {
                    notes.acknowledged(text);
                }
            });
        }
    }

    static void createTopic(String servers) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(3), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
