package org.shuxiang.platform.access;

import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Cookies that hold a token: out of reach of scripts, not sent along from other sites, and only by TLS where it is. */
public final class SessionCookies {

    private SessionCookies() {}

    public static ResponseCookie holding(String name, String token, Duration validFor, ServerHttpRequest request) {
        return ResponseCookie.from(name, token)
                .httpOnly(true)
                .sameSite("Lax")
                .secure("https".equalsIgnoreCase(request.getURI().getScheme()))
                .path("/")
                .maxAge(validFor)
                .build();
    }

    public static ResponseCookie cleared(String name, ServerHttpRequest request) {
        return holding(name, "", Duration.ZERO, request);
    }
}
