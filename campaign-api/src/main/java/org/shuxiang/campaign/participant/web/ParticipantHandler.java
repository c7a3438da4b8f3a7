package org.shuxiang.campaign.participant.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.participant.JoinRequest;
import org.shuxiang.campaign.participant.Joining;
import org.shuxiang.campaign.participant.ParticipantProperties;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.ParticipantClaims;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.platform.access.SessionCookies;
import org.shuxiang.platform.access.TokenIssuer;
import org.shuxiang.platform.input.Bodies;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Joining over HTTP. */
@Component
class ParticipantHandler {

    private final Joining joining;
    private final Bodies bodies;
    private final TokenIssuer tokens;
    private final ParticipantProperties properties;

    ParticipantHandler(Joining joining, Bodies bodies, TokenIssuer tokens, ParticipantProperties properties) {
        this.joining = joining;
        this.bodies = bodies;
        this.tokens = tokens;
        this.properties = properties;
    }

    /**
     * A participant.
     *
     * @param token only in the answer to joining
     */
    record ParticipantAnswer(
            String participantId,
            String campaignId,
            String nickname,
            String province,
            @Nullable String city,
            @Nullable String county,
            @Nullable String library,
            AgeBand ageBand,
            @Nullable String token) {

        static ParticipantAnswer of(ParticipantClaims claims, @Nullable String token) {
            Participant who = claims.participant();
            return new ParticipantAnswer(
                    who.id(),
                    claims.campaignId(),
                    claims.nickname(),
                    who.province(),
                    who.city(),
                    who.county(),
                    who.library(),
                    who.ageBand(),
                    token);
        }
    }

    Mono<ServerResponse> challenge(ServerRequest request) {
        Object challenge = joining.challenge().map(made -> (Object) made).orElse(Map.of("off", true));
        return ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(challenge);
    }

    Mono<ServerResponse> join(ServerRequest request) {
        return bodies.read(request, JoinRequest.class).flatMap(joining::join).flatMap(claims -> {
            String token = tokens.issue(
                    claims.participant().id(),
                    Set.of(Sessions.PARTICIPANT),
                    claims.toClaims(),
                    properties.participantSession());
            ResponseCookie cookie = SessionCookies.holding(
                    Sessions.PARTICIPANT_COOKIE,
                    token,
                    properties.participantSession(),
                    request.exchange().getRequest());
            return ServerResponse.accepted().cookie(cookie).bodyValue(ParticipantAnswer.of(claims, token));
        });
    }

    Mono<ServerResponse> me(ServerRequest request) {
        return caller(request)
                .flatMap(claims -> ServerResponse.ok()
                        .cacheControl(CacheControl.noStore())
                        .bodyValue(ParticipantAnswer.of(claims, null)));
    }

    Mono<ServerResponse> erase(ServerRequest request) {
        return caller(request)
                .flatMap(joining::erase)
                .then(ServerResponse.status(HttpStatus.ACCEPTED)
                        .cookie(cleared(request))
                        .build());
    }

    Mono<ServerResponse> forgetDevice(ServerRequest request) {
        return ServerResponse.noContent().cookie(cleared(request)).build();
    }

    private static Mono<ParticipantClaims> caller(ServerRequest request) {
        return request.principal()
                .ofType(JwtAuthenticationToken.class)
                .map(caller -> ParticipantClaims.fromClaims(caller.getName(), caller.getTokenAttributes()))
                .onErrorMap(IllegalArgumentException.class, e -> ProblemException.of(ProblemType.NOT_SIGNED_IN))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.NOT_SIGNED_IN)));
    }

    private static ResponseCookie cleared(ServerRequest request) {
        return SessionCookies.cleared(
                Sessions.PARTICIPANT_COOKIE, request.exchange().getRequest());
    }
}
