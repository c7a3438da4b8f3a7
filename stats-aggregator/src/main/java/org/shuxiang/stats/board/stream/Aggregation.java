package org.shuxiang.stats.board.stream;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.GlobalKTable;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import org.shuxiang.contracts.quiz.AttemptEvent;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.contracts.stats.BoardEvent;

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
     * What leaves the topology, by key of the board.
     *
     * @param live every board as it is
     * @param published the boards that everybody may see
     */
    record Output(KStream<String, byte[]> live, KStream<String, byte[]> published) {}

    /**
     * Makes boards of what persons did.
     *
     * @param persons the merged sources
     * @param freezes by campaign id, under a queryable name
     * @param nanoTime as {@link System#nanoTime}
     */
    static Output boards(
            KStream<String, byte[]> persons,
            GlobalKTable<String, byte[]> freezes,
            AggregationProperties properties,
            LongSupplier nanoTime) {
        KStream<String, BoardEvent> boards = persons.process(supplier(
                        () -> new Tally(SOURCES, properties.passOn(), new Pace(nanoTime)),
                        store(Tally.PEOPLE),
                        store(Tally.PARTS),
                        store(Tally.STANDINGS)))
                .repartition(Repartitioned.<String, byte[]>as("parts")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Serdes.ByteArray()))
                .process(supplier(() -> new Posting(properties.post(), new Pace(nanoTime)), store(Posting.PARTS)));
        String store = Objects.requireNonNull(freezes.queryableStoreName(), "freezes have no name");
        return new Output(
                boards.mapValues(EventJson::write),
                boards.process(supplier(
                        () -> new Publishing(properties.post(), store), store(Publishing.HELD, Serdes.String()))));
    }

    private static StoreBuilder<?> store(String name) {
        return store(name, Serdes.Bytes());
    }

    private static <K> StoreBuilder<?> store(String name, Serde<K> keys) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, Serdes.ByteArray())
                // what changes often between two commits is written once
                .withCachingEnabled();
    }

    private static <I, O> ProcessorSupplier<String, I, String, O> supplier(
            Supplier<Processor<String, I, String, O>> processor, StoreBuilder<?>... stores) {
        return new ProcessorSupplier<>() {

            @Override
            public Processor<String, I, String, O> get() {
                return processor.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(stores);
            }
        };
    }
}
