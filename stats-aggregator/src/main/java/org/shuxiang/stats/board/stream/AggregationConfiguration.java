package org.shuxiang.stats.board.stream;

import java.util.function.Function;
import org.apache.kafka.streams.kstream.KStream;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.contracts.stats.StatsTopics;
import org.shuxiang.platform.log.TopicDeclaration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AggregationConfiguration {

    @Bean
    TopicDeclaration statsTopics() {
        return TopicDeclaration.of(
                CampaignTopics.VISITS, CampaignTopics.PARTICIPATIONS, QuizTopics.ATTEMPTS, StatsTopics.BOARDS);
    }

    @Bean
    Function<
                    KStream<String, byte[]>,
                    Function<KStream<String, byte[]>, Function<KStream<String, byte[]>, KStream<String, byte[]>>>>
            aggregateBoards(AggregationProperties properties) {
        return visits -> participations ->
                attempts -> Aggregation.boards(visits.merge(participations).merge(attempts), properties);
    }
}
