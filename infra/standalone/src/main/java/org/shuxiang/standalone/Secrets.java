package org.shuxiang.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;

/**
 * The keys of this installation, under the names of the configuration properties they are for. They are made once and
 * kept in a file that only its owner can read; whoever has that file can sign in as anybody.
 */
final class Secrets {

    static final String PUBLIC_KEY = "shuxiang.tokens.public-key";
    static final String PRIVATE_KEY = "shuxiang.tokens.private-key";
    static final String PAPER_SECRET = "shuxiang.quiz.paper-secret";
    static final String PERSONAL_DATA_KEY = "shuxiang.campaign.personal-data-key";
    static final String CHALLENGE_SECRET = "shuxiang.campaign.challenge-secret";

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads the file, or makes what is missing in it. */
    static Secrets in(Path file) {
        var values = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    values.load(reader);
                }
            }
            int known = values.size();
            if (!values.containsKey(PRIVATE_KEY)) {
                ECKey key = new ECKeyGenerator(Curve.P_256)
                        .keyID(UUID.randomUUID().toString())
                        .generate();
                values.setProperty(PRIVATE_KEY, key.toJSONString());
                values.setProperty(PUBLIC_KEY, key.toPublicJWK().toJSONString());
            }
            values.computeIfAbsent(PAPER_SECRET, name -> random());
            values.computeIfAbsent(PERSONAL_DATA_KEY, name -> random());
            values.computeIfAbsent(CHALLENGE_SECRET, name -> random());
            if (values.size() > known) {
                var text = new StringWriter();
                values.store(text, "Keep this file secret, and keep a copy: without it personal data cannot be read.");
                Home.writePrivately(file, text.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return new Secrets(values);
    }

    String get(String name) {
        return values.getProperty(name);
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
