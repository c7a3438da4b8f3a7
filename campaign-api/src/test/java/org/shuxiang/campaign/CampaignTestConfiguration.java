package org.shuxiang.campaign;

import java.time.Clock;
import org.shuxiang.campaign.participant.ParticipantView;
import org.shuxiang.platform.access.TokenIssuer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.web.reactive.function.BodyExtractors;
import reactor.core.publisher.Flux;

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

    /** Reads each answer to its end, also where a test looks at the status only: else its connection stays taken. */
    @Bean
    WebTestClientBuilderCustomizer readWholeAnswers() {
        return builder -> builder.filter((request, next) -> next.exchange(request)
                .flatMap(response -> DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()))
                        .map(CampaignTestConfiguration::detached)
                        .map(Flux::just)
                        .defaultIfEmpty(Flux.empty())
                        .map(body -> response.mutate().body(body).build())));
    }

    private static DataBuffer detached(DataBuffer body) {
        byte[] bytes = new byte[body.readableByteCount()];
        body.read(bytes);
        DataBufferUtils.release(body);
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
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
