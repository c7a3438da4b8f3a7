package org.shuxiang.platform.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call an endpoint.
 *
 * @param pattern of the path, as the endpoint declares it
 * @param roles any of which is enough; empty for everybody, signed in or not
 * @param cookie that holds the caller's token, or null when the endpoint asks for none
 */
public record AccessRule(
        HttpMethod method,
        PathPattern pattern,
        Set<String> roles,
        @Nullable String cookie) {

    public AccessRule {
        roles = Set.copyOf(roles);
    }

    /** Everybody may call it, and no token is looked at. */
    public static AccessRule everybody(HttpMethod method, String pattern) {
        return new AccessRule(method, PathPatternParser.defaultInstance.parse(pattern), Set.of(), null);
    }

    /** Only a caller with one of the roles, by the token in that cookie or in the Authorization header. */
    public static AccessRule only(Set<String> roles, String cookie, HttpMethod method, String pattern) {
        return new AccessRule(method, PathPatternParser.defaultInstance.parse(pattern), roles, cookie);
    }

    public boolean isForEverybody() {
        return roles.isEmpty();
    }
}
