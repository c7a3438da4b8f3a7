package org.shuxiang.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Verifies each token once and remembers it; a sign-out everywhere takes effect on remembered ones too. */
final class VerifiedTokens implements ReactiveJwtDecoder {

    private final ReactiveJwtDecoder verifier;
    private final SignOuts signOuts;
    private final Clock clock;
    private final Cache<String, Jwt> verified;

    VerifiedTokens(ReactiveJwtDecoder verifier, SignOuts signOuts, Clock clock, int size) {
        this.verifier = verifier;
        this.signOuts = signOuts;
        this.clock = clock;
        this.verified = Caffeine.newBuilder().maximumSize(size).build();
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known != null) {
            return stillValid(known);
        }
        return verifier.decode(token).doOnNext(jwt -> verified.put(token, jwt)).flatMap(this::stillValid);
    }

    private Mono<Jwt> stillValid(Jwt jwt) {
        @Nullable Instant expiresAt = jwt.getExpiresAt();
        if (expiresAt == null || !clock.instant().isBefore(expiresAt)) {
            return Mono.error(new BadJwtException("expired"));
        }
        if (signOuts.isSignedOut(jwt)) {
            return Mono.error(new BadJwtException("signed out"));
        }
        return Mono.just(jwt);
    }
}
