package org.shuxiang.campaign.participant.web;

import static org.springdoc.core.fn.builders.apiresponse.Builder.responseBuilder;
import static org.springdoc.core.fn.builders.requestbody.Builder.requestBodyBuilder;

import org.shuxiang.campaign.participant.Challenges;
import org.shuxiang.campaign.participant.JoinRequest;
import org.shuxiang.campaign.participant.web.ParticipantHandler.ParticipantAnswer;
import org.springdoc.webflux.core.fn.SpringdocRouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The endpoints that everybody meets at once on New Year's Eve: functional, for their speed. */
@Configuration(proxyBeanMethods = false)
class ParticipantRoutes {

    private static final String TAG = "participant";

    @Bean
    RouterFunction<ServerResponse> participantEndpoints(ParticipantHandler handler) {
        return SpringdocRouteBuilder.route()
                .GET(
                        "/api/campaign/challenge",
                        handler::challenge,
                        operation -> operation
                                .operationId("challenge")
                                .tag(TAG)
                                .summary("A proof of work to solve before joining, or off: true")
                                .response(responseBuilder()
                                        .responseCode("200")
                                        .implementation(Challenges.Challenge.class)))
                .POST(
                        "/api/campaign/participants",
                        handler::join,
                        operation -> operation
                                .operationId("join")
                                .tag(TAG)
                                .summary("Joins a campaign; the same solution sent again gives the same participant")
                                .requestBody(requestBodyBuilder().implementation(JoinRequest.class))
                                .response(
                                        responseBuilder().responseCode("202").implementation(ParticipantAnswer.class)))
                .GET(
                        "/api/campaign/participants/me",
                        handler::me,
                        operation -> operation
                                .operationId("me")
                                .tag(TAG)
                                .summary("Who the caller is")
                                .response(
                                        responseBuilder().responseCode("200").implementation(ParticipantAnswer.class)))
                .DELETE(
                        "/api/campaign/participants/me",
                        handler::erase,
                        operation -> operation
                                .operationId("erase")
                                .tag(TAG)
                                .summary("Forgets the participant for good")
                                .response(responseBuilder().responseCode("202")))
                .DELETE(
                        "/api/campaign/participants/session",
                        handler::forgetDevice,
                        operation -> operation
                                .operationId("forgetDevice")
                                .tag(TAG)
                                .summary("Forgets the participant on this device")
                                .response(responseBuilder().responseCode("204")))
                .build();
    }
}
