package org.shuxiang.campaign.participant.stream;

import java.time.Duration;
import java.util.List;
import org.shuxiang.campaign.participant.ParticipantView;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import org.shuxiang.platform.log.EventConsumer;
import org.shuxiang.platform.log.LoggedEvent;
import org.shuxiang.platform.log.ViewRebuild;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The consumer group {@code campaign-api.participants}. */
@Configuration(proxyBeanMethods = false)
class ParticipantStreams {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    EventConsumer<ParticipationEvent> projectParticipants(ParticipantView view) {
        return new EventConsumer<>(CampaignTopics.PARTICIPATIONS, batch -> {
            List<ParticipationEvent> events =
                    batch.stream().map(LoggedEvent::event).toList();
            view.apply(events).block(PATIENCE);
        });
    }

    @Bean
    ViewRebuild.View participantsView() {
        return new ViewRebuild.View("projectParticipants", List.of("participants"));
    }
}
