package org.shuxiang.platform.operation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.shuxiang.platform.audit.AuditEntry;
import org.shuxiang.platform.audit.AuditLog;
import org.shuxiang.platform.input.Bodies;
import org.shuxiang.platform.log.DeadLetters;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Answers them. */
final class OperationHandler {

    private static final int USUAL_PAGE = 50;

    private final DeadLetters deadLetters;
    private final AuditLog audit;
    private final Bodies bodies;

    OperationHandler(DeadLetters deadLetters, AuditLog audit, Bodies bodies) {
        this.deadLetters = deadLetters;
        this.audit = audit;
        this.bodies = bodies;
    }

    /** @param topic the dead-letter topic */
    record Replay(@NotBlank @Size(max = 249) @Nullable String topic) {}

    Mono<ServerResponse> deadLetters(ServerRequest request) {
        return Mono.fromCallable(deadLetters::waiting)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(waiting -> ServerResponse.ok().bodyValue(waiting));
    }

    Mono<ServerResponse> replay(ServerRequest request) {
        return bodies.read(request, Replay.class)
                .map(body -> String.valueOf(body.topic()))
                .flatMap(topic -> Mono.fromCallable(() -> deadLetters.replay(topic))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(Mono::justOrEmpty)
                        .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.NOT_FOUND)))
                        .flatMap(done -> recorded(request, topic, done).thenReturn(done)))
                .flatMap(done -> ServerResponse.ok().bodyValue(done));
    }

    Mono<ServerResponse> auditEntries(ServerRequest request) {
        int limit = request.queryParam("limit").map(OperationHandler::number).orElse(USUAL_PAGE);
        return ServerResponse.ok()
                .body(audit.before(request.queryParam("before").orElse(null), limit), AuditEntry.class);
    }

    private Mono<Void> recorded(ServerRequest request, String topic, DeadLetters.Replayed done) {
        return request.principal()
                .map(Principal::getName)
                .defaultIfEmpty("?")
                .flatMap(actor -> audit.record(
                        actor,
                        "replay-dead-letters",
                        topic,
                        "replayed %d, failed again %d".formatted(done.replayed(), done.failedAgain())));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("limit", "Type");
        }
    }
}
