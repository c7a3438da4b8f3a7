package org.shuxiang.campaign.participant.stream;

import java.time.Duration;
import java.util.List;
import org.shuxiang.campaign.participant.Nicknames;
import org.shuxiang.campaign.participant.ParticipantView;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.NicknameChosen;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import org.shuxiang.platform.log.EventConsumer;
import org.shuxiang.platform.log.LoggedEvent;
import org.shuxiang.platform.log.ViewRebuild;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The consumer groups {@code campaign-api.participants} and {@code campaign-api.nicknames}. */
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
    EventConsumer<NicknameChosen> storeNicknames(Nicknames nicknames) {
        return new EventConsumer<>(
                CampaignTopics.NICKNAMES,
                batch -> nicknames
                        .apply(batch.stream().map(LoggedEvent::event).toList())
                        .block(PATIENCE),
                participant -> nicknames.forget(participant).block(PATIENCE));
    }

    @Bean
    ViewRebuild.View nicknamesView() {
        return new ViewRebuild.View("storeNicknames", List.of("nicknames"));
    }

    @Bean
    ViewRebuild.View participantsView() {
        return new ViewRebuild.View("projectParticipants", List.of("participants"));
    }
}
