package org.shuxiang.testsupport;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Keys which exist as long as this JVM, so that a token of one service is good for another. */
public final class TestSecrets {

    private static final Map<String, String> PROPERTIES = generate();

    private TestSecrets() {}

    /** Returns the configuration properties of all secrets, by their names. */
    public static Map<String, String> properties() {
        return PROPERTIES;
    }

    private static Map<String, String> generate() {
        ECKey key;
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "shuxiang.tokens.private-key", key.toJSONString(),
                "shuxiang.tokens.public-key", key.toPublicJWK().toJSONString(),
                "shuxiang.quiz.paper-secret", random(),
                "shuxiang.campaign.personal-data-key", random(),
                "shuxiang.campaign.challenge-secret", random());
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
