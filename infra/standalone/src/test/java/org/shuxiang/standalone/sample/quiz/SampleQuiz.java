package org.shuxiang.standalone.sample.quiz;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.List;
import java.util.Map;
import org.shuxiang.platform.access.AccessRule;
import org.shuxiang.platform.access.AccessTable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SampleQuiz {

    @Bean
    AccessTable accessTable() {
        return new AccessTable(List.of(AccessRule.everybody(HttpMethod.GET, "/api/**")));
    }

    @Bean
    RouterFunction<ServerResponse> answer(Environment environment) {
        if (environment.containsProperty("SAMPLE_BROKEN")) {
            throw new IllegalStateException("this quiz is broken");
        }
        return route().GET(
                        "/api/quiz/stream",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.TEXT_EVENT_STREAM)
                                .body(Flux.just("figures").concatWith(Flux.never()), String.class))
                .GET(
                        "/**",
                        request -> ServerResponse.ok()
                                .bodyValue(Map.of(
                                        "service", "sample-quiz",
                                        "hasPrivateKey", environment.containsProperty("shuxiang.tokens.private-key"),
                                        "firstPassword",
                                                environment.getProperty(
                                                        "shuxiang.campaign.first-organiser-password", ""))))
                .build();
    }
}
