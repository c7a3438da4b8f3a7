package org.shuxiang.campaign;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.ParticipantClaims;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.platform.access.TokenIssuer;

/** Tokens as the service issues them. */
final class Callers {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final TokenIssuer tokens;

    Callers(TokenIssuer tokens) {
        this.tokens = tokens;
    }

    String organiser() {
        return staff(Sessions.ORGANISER, Map.of());
    }

    String libraryOrganiser(String library) {
        return staff(Sessions.LIBRARY_ORGANISER, Map.of("library", library));
    }

    String withRole(String role) {
        if (role.equals(Sessions.PARTICIPANT)) {
            String id = UUID.randomUUID().toString();
            var participant = new Participant(id, "440000", null, null, null, AgeBand.FROM_18_TO_34);
            return tokens.issue(
                    id, Set.of(role), new ParticipantClaims(participant, "a-campaign", "书友").toClaims(), AN_HOUR);
        }
        return staff(role, Map.of("library", "P-440000"));
    }

    private String staff(String role, Map<String, Object> more) {
        var claims = new HashMap<String, Object>(more);
        claims.put("displayName", "测试");
        return tokens.issue("tester-" + UUID.randomUUID().toString().substring(0, 8), Set.of(role), claims, AN_HOUR);
    }
}
