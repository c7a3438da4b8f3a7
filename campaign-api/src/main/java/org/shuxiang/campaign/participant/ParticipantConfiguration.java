package org.shuxiang.campaign.participant;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.catalogue.CampaignCatalogue;
import org.shuxiang.campaign.library.LibraryDirectory;
import org.shuxiang.campaign.region.RegionDirectory;
import org.shuxiang.platform.access.SignOuts;
import org.shuxiang.platform.log.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feature together. */
@Configuration(proxyBeanMethods = false)
class ParticipantConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ParticipantConfiguration.class);

    @Bean
    Joining joining(
            ParticipantProperties properties,
            CampaignCatalogue campaigns,
            RegionDirectory regions,
            LibraryDirectory libraries,
            NicknameCipher nicknameCipher,
            SignOuts signOuts,
            EventLog events,
            Clock clock) {
        @Nullable Challenges challenges = null;
        if (properties.proofOfWork()) {
            challenges = new Challenges(
                    properties.challengeSecret(),
                    properties.challengeMaxNumber(),
                    properties.challengeLifetime(),
                    clock);
        } else {
            log.warn("shuxiang.campaign.proof-of-work is off: nothing keeps bots from joining");
        }
        return new Joining(
                campaigns, regions, libraries, WordFilter.load(), challenges, nicknameCipher, signOuts, events, clock);
    }

    @Bean
    NicknameCipher nicknameCipher(ParticipantProperties properties) {
        return new NicknameCipher(properties.personalDataKey());
    }

    @Bean
    Nicknames nicknames(Nicknames.Store store, ParticipantView.Store participants, NicknameCipher nicknameCipher) {
        return new Nicknames(store, participants, nicknameCipher);
    }

    @Bean
    ParticipantView participantView(ParticipantView.Store store) {
        return new ParticipantView(store);
    }
}
