package org.shuxiang.campaign.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Sessions;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A member of staff who calls, by their token.
 *
 * @param role one of {@link Sessions}
 * @param library the root of the subtree that they answer for, or null for all
 */
public record StaffCaller(
        String username,
        String displayName,
        String role,
        @Nullable String library) {

    private static final String DISPLAY_NAME = "displayName";
    private static final String LIBRARY = "library";

    public static StaffCaller of(Jwt token) {
        @Nullable List<String> roles = token.getClaimAsStringList("roles");
        @Nullable String name = token.getClaimAsString(DISPLAY_NAME);
        @Nullable String username = token.getSubject();
        if (roles == null || roles.isEmpty() || name == null || username == null) {
            throw new IllegalArgumentException("not a token of staff");
        }
        return new StaffCaller(username, name, roles.getFirst(), token.getClaimAsString(LIBRARY));
    }

    /** The claims besides subject and role. */
    public Map<String, Object> toClaims() {
        return library == null
                ? Map.of(DISPLAY_NAME, displayName)
                : Map.of(DISPLAY_NAME, displayName, LIBRARY, library);
    }
}
