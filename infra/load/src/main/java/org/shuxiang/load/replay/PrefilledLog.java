package org.shuxiang.load.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import org.shuxiang.contracts.quiz.AttemptEvent;
import org.shuxiang.contracts.quiz.QuizTopics;

/** Writes a campaign into the log as it happened: by time, each record with its event's time. */
final class PrefilledLog {

    private static final int PARTITIONS = 6;
    private static final String FOR_EVER = "-1";
    static final List<String> TOPICS =
            List.of(CampaignTopics.VISITS.name(), CampaignTopics.PARTICIPATIONS.name(), QuizTopics.ATTEMPTS.name());

    /** An event in a long: when (in seconds of the campaign), whose, and which of theirs; so that millions can be sorted. */
    private static final int PERSON_BITS = 26;

    private static final int WHICH_BITS = 8;

    private final Map<String, Long> written = new HashMap<>();
    private int people;
    private volatile @Nullable Exception failed;

    /** Writes people until there are so many participations of them. */
    static PrefilledLog write(String brokers, Crowd crowd, int participations, ExpectedFigures expected)
            throws ExecutionException, InterruptedException {
        var log = new PrefilledLog();
        long[] byTime = log.byTime(crowd, participations, expected);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", brokers, "linger.ms", 20, "batch.size", 256 * 1024, "compression.type", "lz4");
        createTopics(settings);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (long packed : byTime) {
                int person = (int) (packed >> WHICH_BITS & (1 << PERSON_BITS) - 1);
                int which = (int) (packed & (1 << WHICH_BITS) - 1);
                log.send(producer, crowd.eventsOf(person).get(which));
            }
        }
        if (log.failed != null) {
            throw new IllegalStateException("the log could not be written", log.failed);
        }
        return log;
    }

    private long[] byTime(Crowd crowd, int participations, ExpectedFigures expected) {
        LongStream.Builder events = LongStream.builder();
        for (int attempts = 0; attempts < participations; people++) {
            List<Event> ofPerson = crowd.eventsOf(people);
            for (int which = 0; which < ofPerson.size(); which++) {
                long seconds = ofPerson.get(which).occurredAt().getEpochSecond() - Crowd.START.getEpochSecond();
                events.add((seconds << PERSON_BITS | people) << WHICH_BITS | which);
            }
            attempts += (int)
                    ofPerson.stream().filter(AttemptEvent.class::isInstance).count();
            expected.add(ofPerson);
        }
        long[] byTime = events.build().toArray();
        Arrays.sort(byTime);
        return byTime;
    }

    private static void createTopics(Map<String, Object> settings) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(settings)) {
            admin.createTopics(TOPICS.stream()
                            .map(name -> new NewTopic(name, PARTITIONS, (short) 1)
                                    .configs(Map.of("retention.ms", FOR_EVER, "retention.bytes", FOR_EVER)))
                            .toList())
                    .all()
                    .get();
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, Event event) {
        String topic = topic(event);
        byte[] key = key(event).getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>(topic, null, event.occurredAt().toEpochMilli(), key, EventJson.write(event));
        var unused = producer.send(record, (written, failure) -> {
            if (failure != null) {
                failed = failure;
            }
        });
        written.merge(topic, 1L, Long::sum);
    }

    private static String topic(Event event) {
        return switch (event) {
            case PageVisited e -> CampaignTopics.VISITS.name();
            case ParticipationEvent e -> CampaignTopics.PARTICIPATIONS.name();
            case AttemptEvent e -> QuizTopics.ATTEMPTS.name();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    private static String key(Event event) {
        return switch (event) {
            case PageVisited e -> e.visitorId();
            case ParticipationEvent e -> e.participant().id();
            case AttemptEvent e -> e.participant().id();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    int people() {
        return people;
    }

    long events(String topic) {
        return written.getOrDefault(topic, 0L);
    }

    long events() {
        return written.values().stream().mapToLong(count -> count).sum();
    }
}
