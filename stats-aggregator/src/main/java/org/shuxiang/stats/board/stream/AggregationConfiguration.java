package org.shuxiang.stats.board.stream;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.kstream.GlobalKTable;
import org.apache.kafka.streams.kstream.KStream;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.Topic;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.contracts.stats.StatsTopics;
import org.shuxiang.platform.log.RebuiltLetters;
import org.shuxiang.platform.log.TopicDeclaration;
import org.shuxiang.stats.StatsApplication;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

@Configuration(proxyBeanMethods = false)
class AggregationConfiguration {

    private static final List<Topic<?>> SOURCES =
            List.of(CampaignTopics.VISITS, CampaignTopics.PARTICIPATIONS, QuizTopics.ATTEMPTS);

    @Bean
    TopicDeclaration statsTopics() {
        return new TopicDeclaration(Stream.concat(
                        Stream.of(StatsTopics.BOARDS, StatsTopics.PUBLIC_BOARDS, CampaignTopics.FREEZES),
                        SOURCES.stream().flatMap(source -> Stream.of(source, deadLetters(source))))
                .toList());
    }

    @Bean
    RebuiltLetters aggregationLetters() {
        return new RebuiltLetters(
                StatsApplication.NAME,
                SOURCES.stream().map(source -> deadLetters(source).name()).toList());
    }

    @Bean
    AggregationRebuild aggregationRebuild(
            Admin kafkaAdminClient,
            RebuiltLetters aggregationLetters,
            @Value("${spring.cloud.stream.kafka.streams.binder.application-id}") String application,
            @Value("${spring.cloud.stream.kafka.streams.binder.configuration.state.dir}") Path stateFolder,
            @Value("${shuxiang.rebuild-views:false}") boolean wanted) {
        return new AggregationRebuild(kafkaAdminClient, application, stateFolder, aggregationLetters.topics(), wanted);
    }

    private static <E extends Event> Topic<E> deadLetters(Topic<E> source) {
        return new Topic<>(source.deadLetters(StatsApplication.NAME), source.type(), false);
    }

    @Bean
    StreamsBuilderFactoryBeanConfigurer replacesAThreadThatFails() {
        return factory -> factory.setStreamsUncaughtExceptionHandler(
                failure -> StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD);
    }

    @Bean
    Function<
                    KStream<String, byte[]>,
                    Function<
                            KStream<String, byte[]>,
                            Function<
                                    KStream<String, byte[]>,
                                    Function<GlobalKTable<String, byte[]>, KStream<String, byte[]>[]>>>>
            aggregateBoards(AggregationProperties properties) {
        return visits -> participations -> attempts -> freezes -> {
            var boards = Aggregation.boards(
                    visits.merge(participations).merge(attempts), freezes, properties, System::nanoTime);
            return outputs(boards.live(), boards.published());
        };
    }

    /** In the order of the bindings. */
    @SafeVarargs
    private static KStream<String, byte[]>[] outputs(KStream<String, byte[]>... streams) {
        return streams;
    }
}
