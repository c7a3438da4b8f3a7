package org.shuxiang.campaign;

import java.time.Clock;
import org.shuxiang.campaign.participant.ParticipantView;
import org.shuxiang.platform.access.TokenIssuer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What tests turn and break. */
@TestConfiguration(proxyBeanMethods = false)
class CampaignTestConfiguration {

    @Bean
    TurnableClock clock() {
        return new TurnableClock(Clock.systemUTC());
    }

    @Bean
    Callers callers(TokenIssuer tokens) {
        return new Callers(tokens);
    }

    @Bean
    static BeanPostProcessor breakableStore() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof ParticipantView.Store store ? new BreakableStore(store) : bean;
            }
        };
    }
}
