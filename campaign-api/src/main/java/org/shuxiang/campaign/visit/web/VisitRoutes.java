package org.shuxiang.campaign.visit.web;

import static org.springdoc.core.fn.builders.apiresponse.Builder.responseBuilder;
import static org.springdoc.core.fn.builders.requestbody.Builder.requestBodyBuilder;

import org.shuxiang.campaign.visit.RecordVisit;
import org.springdoc.webflux.core.fn.SpringdocRouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The endpoint that every page calls. */
@Configuration(proxyBeanMethods = false)
class VisitRoutes {

    @Bean
    RouterFunction<ServerResponse> visitEndpoints(VisitHandler handler) {
        return SpringdocRouteBuilder.route()
                .POST(
                        "/api/campaign/visits",
                        handler::visit,
                        operation -> operation
                                .operationId("recordVisit")
                                .tag("visit")
                                .summary("Records that a page was opened, with the participant where a valid token"
                                        + " comes along; a crawler's visit is not counted")
                                .requestBody(requestBodyBuilder().implementation(RecordVisit.class))
                                .response(responseBuilder().responseCode("202")))
                .build();
    }
}
