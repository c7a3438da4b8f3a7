package org.shuxiang.stats.board.stream;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import org.shuxiang.contracts.quiz.AttemptEvent;
import org.shuxiang.contracts.quiz.QuizTopics;

/**
 * The topology. Every source is keyed by the person, so that all of a person meets in one task; a sum over that task's
 * persons goes to the task of its board; there the sums of all partitions make the board.
 */
final class Aggregation {

    private static final Map<String, Class<? extends Event>> SOURCES = Map.of(
            CampaignTopics.VISITS.name(), PageVisited.class,
            CampaignTopics.PARTICIPATIONS.name(), ParticipationEvent.class,
            QuizTopics.ATTEMPTS.name(), AttemptEvent.class);

    private Aggregation() {}

    /**
     * Boards, by key.
     *
     * @param persons the merged sources
     */
    static KStream<String, byte[]> boards(KStream<String, byte[]> persons, AggregationProperties properties) {
        return persons.process(supplier(
                        () -> new Tally(SOURCES, properties.passOn()),
                        store(Tally.PEOPLE),
                        store(Tally.PARTS),
                        store(Tally.STANDINGS),
                        store(Tally.DUE)))
                .repartition(Repartitioned.<String, byte[]>as("parts")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Serdes.ByteArray()))
                .process(supplier(() -> new Posting(properties.post()), store(Posting.PARTS), store(Posting.DUE)));
    }

    private static StoreBuilder<?> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                // what changes often between two commits is written once
                .withCachingEnabled();
    }

    private static ProcessorSupplier<String, byte[], String, byte[]> supplier(
            Supplier<Processor<String, byte[], String, byte[]>> processor, StoreBuilder<?>... stores) {
        return new ProcessorSupplier<>() {

            @Override
            public Processor<String, byte[], String, byte[]> get() {
                return processor.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(stores);
            }
        };
    }
}
