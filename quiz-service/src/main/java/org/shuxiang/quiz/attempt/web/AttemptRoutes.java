package org.shuxiang.quiz.attempt.web;

import static org.springdoc.core.fn.builders.apiresponse.Builder.responseBuilder;
import static org.springdoc.core.fn.builders.parameter.Builder.parameterBuilder;

import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Clock;
import java.util.List;
import org.shuxiang.contracts.ParticipantClaims;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.shuxiang.quiz.Callers;
import org.shuxiang.quiz.activity.ActivityDirectory;
import org.shuxiang.quiz.activity.QuizActivity;
import org.shuxiang.quiz.attempt.Attempts;
import org.shuxiang.quiz.attempt.Ledger;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.shuxiang.quiz.paper.AttemptId;
import org.springdoc.webflux.core.fn.SpringdocRouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A participant's own attempts; everybody else's are not found. */
@Configuration(proxyBeanMethods = false)
class AttemptRoutes {

    private final Attempts attempts;
    private final ActivityDirectory activities;
    private final QuestionBanks banks;
    private final Clock clock;

    AttemptRoutes(Attempts attempts, ActivityDirectory activities, QuestionBanks banks, Clock clock) {
        this.attempts = attempts;
        this.activities = activities;
        this.banks = banks;
        this.clock = clock;
    }

    @Bean
    RouterFunction<ServerResponse> myAttempts() {
        return SpringdocRouteBuilder.route()
                .GET(
                        "/api/quiz/activities/{activityId}/attempts",
                        this::mine,
                        doc -> doc.operationId("listMyAttempts")
                                .summary("The caller's attempts in an activity, and the best of them")
                                .parameter(
                                        parameterBuilder().in(ParameterIn.PATH).name("activityId"))
                                .response(responseBuilder().responseCode("200").implementation(LedgerResponse.class)))
                .GET(
                        "/api/quiz/attempts/{attemptId}",
                        this::one,
                        doc -> doc.operationId("getMyAttempt")
                                .summary(
                                        "An attempt of the caller: RECEIVED until it is graded, then with all explanations")
                                .parameter(
                                        parameterBuilder().in(ParameterIn.PATH).name("attemptId"))
                                .response(responseBuilder().responseCode("200").implementation(AttemptResponse.class)))
                .build();
    }

    private Mono<ServerResponse> mine(ServerRequest request) {
        String activityId = request.pathVariable("activityId");
        return Callers.participant(request)
                .flatMap(caller -> {
                    QuizActivity activity =
                            activities.find(activityId).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
                    String ledgerId =
                            new AttemptId(activityId, caller.participant().id(), 1).ledger();
                    return attempts.ledger(ledgerId)
                            .defaultIfEmpty(new Ledger(ledgerId, List.of()))
                            .map(ledger -> LedgerResponse.of(ledger, activity.quiz(), clock.instant()));
                })
                .flatMap(response -> ServerResponse.ok().bodyValue(response));
    }

    private Mono<ServerResponse> one(ServerRequest request) {
        return Callers.participant(request)
                .map(caller -> ownAttempt(request.pathVariable("attemptId"), caller))
                .flatMap(id -> attempts.attempt(id.text())
                        .map(attempt -> AttemptResponse.of(attempt, banks))
                        .defaultIfEmpty(AttemptResponse.received(id)))
                .flatMap(response -> ServerResponse.ok().bodyValue(response));
    }

    private static AttemptId ownAttempt(String text, ParticipantClaims caller) {
        return AttemptId.parse(text)
                .filter(id -> id.participantId().equals(caller.participant().id()))
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }
}
