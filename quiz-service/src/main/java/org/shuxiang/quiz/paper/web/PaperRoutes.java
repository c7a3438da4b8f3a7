package org.shuxiang.quiz.paper.web;

import static org.springdoc.core.fn.builders.apiresponse.Builder.responseBuilder;
import static org.springdoc.core.fn.builders.content.Builder.contentBuilder;
import static org.springdoc.core.fn.builders.parameter.Builder.parameterBuilder;
import static org.springdoc.core.fn.builders.requestbody.Builder.requestBodyBuilder;
import static org.springdoc.core.fn.builders.schema.Builder.schemaBuilder;

import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Instant;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AnswerSheetSubmitted;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.input.Bodies;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.platform.log.LogUnavailableException;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.shuxiang.quiz.Callers;
import org.shuxiang.quiz.paper.SheetRules;
import org.springdoc.webflux.core.fn.SpringdocRouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The hot path: a paper costs no I/O, a sheet costs one append. */
@Configuration(proxyBeanMethods = false)
class PaperRoutes {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final SheetRules rules;
    private final EventLog log;
    private final Bodies bodies;

    PaperRoutes(SheetRules rules, EventLog log, Bodies bodies) {
        this.rules = rules;
        this.log = log;
        this.bodies = bodies;
    }

    /** What a sheet is acknowledged with: it is in the log. */
    record SheetReceived(String attemptId, String state, Instant submittedAt) {}

    @Bean
    RouterFunction<ServerResponse> papersAndSheets() {
        return SpringdocRouteBuilder.route()
                .POST(
                        "/api/quiz/activities/{activityId}/papers",
                        this::issue,
                        doc -> doc.operationId("issuePaper")
                                .summary("Hands out the paper of an attempt; no answer is in it")
                                .parameter(
                                        parameterBuilder().in(ParameterIn.PATH).name("activityId"))
                                .requestBody(requestBodyBuilder()
                                        .content(contentBuilder()
                                                .schema(schemaBuilder().implementation(PaperRequest.class))))
                                .response(responseBuilder().responseCode("200").implementation(PaperResponse.class)))
                .POST(
                        "/api/quiz/activities/{activityId}/answer-sheets",
                        this::submit,
                        doc -> doc.operationId("submitAnswerSheet")
                                .summary("Takes an answer sheet: 202 means that it is in the log and will be graded")
                                .parameter(
                                        parameterBuilder().in(ParameterIn.PATH).name("activityId"))
                                .requestBody(requestBodyBuilder()
                                        .content(contentBuilder()
                                                .schema(schemaBuilder().implementation(SheetRequest.class))))
                                .response(responseBuilder().responseCode("202").implementation(SheetReceived.class))
                                .response(responseBuilder()
                                        .responseCode("503")
                                        .description("Not taken: send it again with the receipt")))
                .build();
    }

    private Mono<ServerResponse> issue(ServerRequest request) {
        String activityId = request.pathVariable("activityId");
        return Callers.participant(request)
                .zipWith(bodies.read(request, PaperRequest.class))
                .map(both -> PaperResponse.of(
                        rules.issue(both.getT1(), activityId, both.getT2().number())))
                .flatMap(paper -> ServerResponse.ok().bodyValue(paper));
    }

    private Mono<ServerResponse> submit(ServerRequest request) {
        String activityId = request.pathVariable("activityId");
        return Callers.participant(request)
                .zipWith(bodies.read(request, SheetRequest.class))
                .map(both -> rules.accept(both.getT1(), activityId, both.getT2().asSubmission()))
                .flatMap(this::append);
    }

    private Mono<ServerResponse> append(AnswerSheetSubmitted sheet) {
        var received = new SheetReceived(sheet.attemptId(), "RECEIVED", sheet.occurredAt());
        return log.append(QuizTopics.ANSWER_SHEETS, sheet.participant().id(), sheet)
                .onErrorMap(
                        LogUnavailableException.class,
                        e -> ProblemException.of(ProblemType.UNAVAILABLE)
                                .retryAfterSeconds(RETRY_AFTER_SECONDS)
                                .with("receipt", rules.receipt(sheet)))
                .then(Mono.defer(
                        () -> ServerResponse.status(HttpStatus.ACCEPTED).bodyValue(received)));
    }
}
