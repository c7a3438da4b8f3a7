package org.shuxiang.stats.board.stream;

import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.kstream.GlobalKTable;
import org.apache.kafka.streams.kstream.KStream;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.Topic;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.contracts.stats.StatsTopics;
import org.shuxiang.platform.log.TopicDeclaration;
import org.shuxiang.stats.StatsApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

@Configuration(proxyBeanMethods = false)
class AggregationConfiguration {

    @Bean
    TopicDeclaration statsTopics() {
        return new TopicDeclaration(Stream.concat(
                        Stream.of(StatsTopics.BOARDS, StatsTopics.PUBLIC_BOARDS, CampaignTopics.FREEZES),
                        Stream.of(CampaignTopics.VISITS, CampaignTopics.PARTICIPATIONS, QuizTopics.ATTEMPTS)
                                .flatMap(source -> Stream.of(source, deadLetters(source))))
                .toList());
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
