package org.shuxiang.campaign.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.Test;
import org.shuxiang.campaign.participant.Challenges.Challenge;
import org.shuxiang.campaign.participant.Challenges.Outcome;
import tools.jackson.databind.json.JsonMapper;

class ChallengesTest {

    private static final Instant NOW = Instant.parse("2026-02-16T16:00:00Z");
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final Challenges challenges = at(NOW);

    @Test
    void givesTheSameParticipantForTheSameSolutionAndAnotherForAnother() {
        String one = solved(challenges.create());
        String other = solved(challenges.create());
        assertThat(challenges.check(one)).isEqualTo(challenges.check(one)).isInstanceOf(Outcome.Solved.class);
        assertThat(challenges.check(one)).isNotEqualTo(challenges.check(other));
        var participant = (Outcome.Solved) challenges.check(one);
        assertThat(UUID.fromString(participant.participantId()).version()).isEqualTo(7);
    }

    @Test
    void knowsASolutionThatComesLate() {
        String solution = solved(challenges.create());
        assertThat(at(NOW.plus(LIFETIME).minusSeconds(1)).check(solution)).isInstanceOf(Outcome.Solved.class);
        assertThat(at(NOW.plus(LIFETIME)).check(solution)).isInstanceOf(Outcome.Expired.class);
    }

    @Test
    void refusesWhatIsMadeUp() {
        for (String payload : new String[] {"", "x", "e30=", "bnVsbA==", "W10=", "eyJzYWx0IjpudWxsfQ=="}) {
            assertThat(challenges.check(payload)).as(payload).isInstanceOf(Outcome.Failed.class);
        }
        assertThat(challenges.check(null)).isInstanceOf(Outcome.Failed.class);
        var foreign = new Challenges("another secret", 100, LIFETIME, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(challenges.check(solved(foreign.create()))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void refusesASolutionWhoseParticipantOrExpiryWasChanged() {
        Challenge challenge = challenges.create();
        long number = number(challenge);
        String otherParticipant =
                challenge.salt().replaceFirst("participant=[^&]*", "participant=" + UUID.randomUUID());
        String longer = challenge.salt().replaceFirst("expires=\\d+", "expires=9999999999");
        assertThat(challenges.check(payload(challenge, otherParticipant, number)))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(challenges.check(payload(challenge, longer, number))).isInstanceOf(Outcome.Failed.class);
    }

    /** The hash is over salt and number in a row: moving digits of the number into the salt keeps it. */
    @Test
    void letsNoDigitOfTheNumberPassForAPartOfTheParticipant() {
        Challenge challenge = challenges.create();
        String number = String.valueOf(number(challenge));
        var honest = challenges.check(payload(challenge, challenge.salt(), Long.parseLong(number)));
        for (int moved = 1; moved < number.length(); moved++) {
            Outcome outcome = challenges.check(payload(
                    challenge, challenge.salt() + number.substring(0, moved), Long.parseLong(number.substring(moved))));
            assertThat(outcome instanceof Outcome.Failed || outcome.equals(honest))
                    .isTrue();
        }
        assertThat(challenge.salt()).endsWith("&");
    }

    private static Challenges at(Instant now) {
        return new Challenges("secret", 2000, LIFETIME, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String solved(Challenge challenge) {
        return payload(challenge, challenge.salt(), number(challenge));
    }

    private static long number(Challenge challenge) {
        try {
            return Altcha.solveChallenge(
                            challenge.challenge(), challenge.salt(), Altcha.Algorithm.SHA256, challenge.maxnumber(), 0)
                    .number;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String payload(Challenge challenge, String salt, long number) {
        String json = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "algorithm", challenge.algorithm(),
                        "challenge", challenge.challenge(),
                        "number", number,
                        "salt", salt,
                        "signature", challenge.signature()));
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
