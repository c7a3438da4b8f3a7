package org.shuxiang.campaign.participant;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.altcha.altcha.Altcha;
import org.altcha.altcha.Altcha.ChallengeOptions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proof of work against bots (ALTCHA), without state: the signed salt of a challenge holds its expiry and the id of the
 * participant that its solution makes. So a solution that is sent twice makes the same participant, and one that is sent
 * by many makes one.
 */
public final class Challenges {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String PARTICIPANT = "participant";
    private static final String EXPIRES = "expires";

    private final String secret;
    private final long maxNumber;
    private final Duration lifetime;
    private final Clock clock;

    /** @param maxNumber the work: a browser tries half as many hashes on average */
    public Challenges(String secret, long maxNumber, Duration lifetime, Clock clock) {
        this.secret = secret;
        this.maxNumber = maxNumber;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** A challenge in the shape that the browser's solver takes. */
    public record Challenge(String algorithm, String challenge, long maxnumber, String salt, String signature) {}

    /** What a payload turned out to be. */
    public sealed interface Outcome {

        /** @param participantId that this solution makes, whoever sends it */
        record Solved(String participantId) implements Outcome {}

        record Expired() implements Outcome {}

        record Failed() implements Outcome {}
    }

    public Challenge create() {
        var options = new ChallengeOptions()
                .setAlgorithm(Altcha.Algorithm.SHA256)
                .setHmacKey(secret)
                .setMaxNumber(maxNumber)
                .setSecureRandomNumber(true)
                .setExpires(clock.instant().plus(lifetime).getEpochSecond())
                .addParam(PARTICIPANT, newParticipantId());
        try {
            Altcha.Challenge made = Altcha.createChallenge(options);
            return new Challenge(made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
        } catch (Exception e) {
            throw new IllegalStateException("no challenge could be made", e);
        }
    }

    /** @param payload base64 of the solver's JSON */
    public Outcome check(@Nullable String payload) {
        if (payload == null) {
            return new Outcome.Failed();
        }
        try {
            Altcha.Payload solution = JSON.readValue(Base64.getDecoder().decode(payload), Altcha.Payload.class);
            // its own look at the expiry would use the machine's clock
            if (!Altcha.verifySolution(solution, secret, false)) {
                return new Outcome.Failed();
            }
            // the library ends the salt with "&", so that no digit of the number can pass for a part of the last one
            Map<String, String> parameters = Altcha.extractParams(solution.salt);
            @Nullable String expires = parameters.get(EXPIRES);
            @Nullable String participant = parameters.get(PARTICIPANT);
            if (expires == null || participant == null) {
                return new Outcome.Failed();
            }
            boolean late = !clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(expires)));
            return late
                    ? new Outcome.Expired()
                    : new Outcome.Solved(UUID.fromString(participant).toString());
        } catch (Exception e) {
            // the library declares no narrower one, and whatever a client made up is simply no solution
            return new Outcome.Failed();
        }
    }

    static String newParticipantId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
