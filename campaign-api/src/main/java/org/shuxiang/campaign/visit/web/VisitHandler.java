package org.shuxiang.campaign.visit.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.visit.RecordVisit;
import org.shuxiang.campaign.visit.RecordingVisits;
import org.shuxiang.contracts.ParticipantClaims;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.platform.input.Bodies;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Visits over HTTP: from everybody, with who it is where a valid token says so. */
@Component
class VisitHandler {

    private final RecordingVisits visits;
    private final Bodies bodies;
    private final ReactiveJwtDecoder tokens;

    VisitHandler(RecordingVisits visits, Bodies bodies, ReactiveJwtDecoder tokens) {
        this.visits = visits;
        this.bodies = bodies;
        this.tokens = tokens;
    }

    Mono<ServerResponse> visit(ServerRequest request) {
        String userAgent = request.headers().firstHeader(HttpHeaders.USER_AGENT);
        return bodies.read(request, RecordVisit.class)
                .zipWith(caller(request))
                .flatMap(both ->
                        visits.record(both.getT1(), userAgent, both.getT2().orElse(null)))
                .then(ServerResponse.accepted().build());
    }

    /** Empty for whoever has not joined, and for whoever's token is no longer valid. */
    private Mono<Optional<ParticipantClaims>> caller(ServerRequest request) {
        return Mono.justOrEmpty(request.cookies().getFirst(Sessions.PARTICIPANT_COOKIE))
                .map(HttpCookie::getValue)
                .flatMap(tokens::decode)
                .map(VisitHandler::claims)
                .map(Optional::of)
                .onErrorReturn(
                        e -> e instanceof JwtException || e instanceof IllegalArgumentException, Optional.empty())
                .defaultIfEmpty(Optional.empty());
    }

    private static ParticipantClaims claims(Jwt token) {
        @Nullable String subject = token.getSubject();
        if (subject == null) {
            throw new IllegalArgumentException("not a token of a participant");
        }
        return ParticipantClaims.fromClaims(subject, token.getClaims());
    }
}
