package org.shuxiang.standalone.sample.main;

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
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SampleMain {

    @Bean
    AccessTable accessTable() {
        return new AccessTable(List.of(AccessRule.everybody(HttpMethod.GET, "/api/**")));
    }

    @Bean
    RouterFunction<ServerResponse> answer(Environment environment) {
        return route().GET(
                        "/**",
                        request -> ServerResponse.ok()
                                .bodyValue(Map.of(
                                        "service", "sample-main",
                                        "hasPrivateKey", environment.containsProperty("shuxiang.tokens.private-key"),
                                        "firstPassword",
                                                environment.getProperty(
                                                        "shuxiang.campaign.first-organiser-password", ""))))
                .build();
    }
}
