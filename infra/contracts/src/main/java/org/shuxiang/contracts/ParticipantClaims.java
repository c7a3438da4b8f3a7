package org.shuxiang.contracts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a participant's token says besides its times: enough for every service to know who acts without asking anybody.
 * The token's subject is the participant's id.
 *
 * @param campaignId the campaign that was joined
 * @param nickname as it was chosen, in clear: the token is the participant's own
 */
public record ParticipantClaims(Participant participant, String campaignId, String nickname) {

    private static final String CAMPAIGN = "campaignId";
    private static final String NICKNAME = "nickname";
    private static final String PROVINCE = "province";
    private static final String CITY = "city";
    private static final String COUNTY = "county";
    private static final String LIBRARY = "library";
    private static final String AGE_BAND = "ageBand";

    /** The claims besides subject, roles and times. */
    public Map<String, Object> toClaims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put(CAMPAIGN, campaignId);
        claims.put(NICKNAME, nickname);
        claims.put(PROVINCE, participant.province());
        putIfThere(claims, CITY, participant.city());
        putIfThere(claims, COUNTY, participant.county());
        putIfThere(claims, LIBRARY, participant.library());
        claims.put(AGE_BAND, participant.ageBand().name());
        return claims;
    }

    /**
     * Reads them back from a verified token.
     *
     * @throws IllegalArgumentException when a claim is missing or of another type: the token is no participant's
     */
    public static ParticipantClaims fromClaims(String subject, Map<String, ?> claims) {
        var participant = new Participant(
                subject,
                needed(claims, PROVINCE),
                text(claims, CITY),
                text(claims, COUNTY),
                text(claims, LIBRARY),
                AgeBand.valueOf(needed(claims, AGE_BAND)));
        return new ParticipantClaims(participant, needed(claims, CAMPAIGN), needed(claims, NICKNAME));
    }

    private static void putIfThere(Map<String, Object> claims, String name, @Nullable String value) {
        if (value != null) {
            claims.put(name, value);
        }
    }

    private static String needed(Map<String, ?> claims, String name) {
        String value = text(claims, name);
        if (value == null) {
            throw new IllegalArgumentException("the token has no claim " + name);
        }
        return value;
    }

    private static @Nullable String text(Map<String, ?> claims, String name) {
        return claims.get(name) instanceof String value ? value : null;
    }
}
