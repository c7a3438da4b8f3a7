package org.shuxiang.platform.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Issues signed tokens (JWT, ES256). */
public final class TokenIssuer {

    static final String ROLES = "roles";
    /** JWT's own {@code iat} counts seconds: too coarse to tell a token from a sign-out in the same second. */
    static final String ISSUED_AT_MILLIS = "iatMillis";

    private final ECDSASigner signer;
    private final JWSHeader header;
    private final Clock clock;

    public TokenIssuer(String privateKey, Clock clock) {
        try {
            ECKey key = ECKey.parse(privateKey);
            this.signer = new ECDSASigner(key);
            this.header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(key.getKeyID())
                    .build();
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("shuxiang.tokens.private-key is no private EC P-256 key in JWK form", e);
        }
        this.clock = clock;
    }

    /**
     * A token in compact form.
     *
     * @param claims besides subject, roles and times
     */
    public String issue(String subject, Set<String> roles, Map<String, Object> claims, Duration validFor) {
        Instant now = clock.instant();
        var set = new JWTClaimsSet.Builder()
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validFor)))
                .claim(ISSUED_AT_MILLIS, now.toEpochMilli())
                .claim(ROLES, List.copyOf(roles));
        claims.forEach(set::claim);
        var token = new SignedJWT(header, set.build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("signing a token failed", e);
        }
        return token.serialize();
    }
}
