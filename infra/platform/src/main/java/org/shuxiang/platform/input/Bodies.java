package org.shuxiang.platform.input;

import jakarta.validation.Validator;
import org.shuxiang.platform.problem.ConstraintProblems;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Reads the JSON body of a functional endpoint and checks its constraints. */
public final class Bodies {

    private final Validator validator;

    public Bodies(Validator validator) {
        this.validator = validator;
    }

    /** The body, checked; an error with a {@link ProblemException} or a decoding error otherwise, never empty. */
    public <T> Mono<T> read(ServerRequest request, Class<T> type) {
        return request.bodyToMono(type)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.MALFORMED_REQUEST)))
                .map(body -> ConstraintProblems.validated(validator, body));
    }
}
