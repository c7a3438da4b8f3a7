package org.shuxiang.platform.access;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.SignedOutEverywhere;
import org.springframework.security.oauth2.jwt.Jwt;

/** Which tokens are void before they expire: this service's small copy of the sign-outs. */
public final class SignOuts {

    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();

    /** Takes effect here at once; through the log it reaches every service. */
    public void apply(String subject, @Nullable SignedOutEverywhere signOut) {
        if (signOut == null) {
            notBefore.remove(subject);
        } else {
            notBefore.put(subject, signOut.notBefore());
        }
    }

    /** Whether a token that is issued to that subject at that moment is void. */
    public boolean isSignedOut(String subject, Instant issuedAt) {
        Instant limit = notBefore.get(subject);
        return limit != null && issuedAt.toEpochMilli() < limit.toEpochMilli();
    }

    boolean isSignedOut(Jwt jwt) {
        @Nullable Long issuedAt = jwt.getClaim(TokenIssuer.ISSUED_AT_MILLIS);
        @Nullable String subject = jwt.getSubject();
        return subject == null
                || isSignedOut(subject, issuedAt == null ? Instant.EPOCH : Instant.ofEpochMilli(issuedAt));
    }
}
