package org.shuxiang.quiz;

import java.security.Principal;
import org.shuxiang.contracts.ParticipantClaims;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Who calls, by their verified token. */
public final class Callers {

    private Callers() {}

    /** The participant; an error where the token is no participant's. */
    public static Mono<ParticipantClaims> participant(ServerRequest request) {
        return request.principal()
                .map(Callers::participant)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.NOT_SIGNED_IN)));
    }

    private static ParticipantClaims participant(Principal principal) {
        if (principal instanceof JwtAuthenticationToken token) {
            return ParticipantClaims.fromClaims(token.getName(), token.getTokenAttributes());
        }
        throw ProblemException.of(ProblemType.NOT_SIGNED_IN);
    }
}
