package org.shuxiang.campaign.staff.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.access.StaffCaller;
import org.shuxiang.campaign.staff.Account;
import org.shuxiang.campaign.staff.AccountRole;
import org.shuxiang.campaign.staff.SigningIn;
import org.shuxiang.campaign.staff.StaffProperties;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.platform.access.SessionCookies;
import org.shuxiang.platform.access.TokenIssuer;
import org.shuxiang.platform.audit.AuditLog;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Signing in and out, and one's own password. */
@RestController
class StaffSessionController {

    private final SigningIn signingIn;
    private final TokenIssuer tokens;
    private final StaffProperties properties;
    private final AuditLog audit;

    StaffSessionController(SigningIn signingIn, TokenIssuer tokens, StaffProperties properties, AuditLog audit) {
        this.signingIn = signingIn;
        this.tokens = tokens;
        this.properties = properties;
        this.audit = audit;
    }

    record Credentials(
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 200) String password) {}

    record PasswordChange(
            @NotBlank @Size(max = 200) String currentPassword,
            @NotBlank @Size(max = 200) String newPassword) {}

    /** @param token only in the answer to signing in */
    record Session(
            String username,
            String displayName,
            AccountRole role,
            @Nullable String library,
            boolean mustChangePassword,
            @Nullable String token) {}

    @PostMapping("/api/campaign/staff/session")
    Mono<ResponseEntity<Session>> signIn(@RequestBody @Valid Credentials credentials, ServerHttpRequest request) {
        return signingIn
                .signIn(credentials.username(), credentials.password())
                .flatMap(account -> audit.record(account.username(), "sign-in", account.username(), "")
                        .thenReturn(account))
                .map(account -> {
                    String token = issue(account);
                    return ResponseEntity.ok()
                            .header(
                                    HttpHeaders.SET_COOKIE,
                                    cookie(token, request).toString())
                            .cacheControl(CacheControl.noStore())
                            .body(session(account, token));
                });
    }

    @GetMapping("/api/campaign/staff/session")
    Mono<ResponseEntity<Session>> session(@AuthenticationPrincipal Jwt token) {
        return signingIn
                .find(username(token))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.NOT_SIGNED_IN)))
                .map(account ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(session(account, null)));
    }

    @DeleteMapping("/api/campaign/staff/session")
    ResponseEntity<Void> signOut(ServerHttpRequest request) {
        return cleared(request);
    }

    @DeleteMapping("/api/campaign/staff/sessions")
    Mono<ResponseEntity<Void>> signOutEverywhere(@AuthenticationPrincipal Jwt token, ServerHttpRequest request) {
        String username = username(token);
        return signingIn
                .signOutEverywhere(username)
                .then(audit.record(username, "sign-out-everywhere", username, ""))
                .thenReturn(cleared(request));
    }

    @PutMapping("/api/campaign/staff/password")
    Mono<ResponseEntity<Void>> changePassword(
            @RequestBody @Valid PasswordChange change, @AuthenticationPrincipal Jwt token, ServerHttpRequest request) {
        return signingIn
                .changePassword(username(token), change.currentPassword(), change.newPassword())
                .flatMap(account -> audit.record(account.username(), "change-password", account.username(), "")
                        .thenReturn(account))
                .map(account -> ResponseEntity.noContent()
                        .header(
                                HttpHeaders.SET_COOKIE,
                                cookie(issue(account), request).toString())
                        .build());
    }

    private static String username(Jwt token) {
        return StaffCaller.of(token).username();
    }

    private String issue(Account account) {
        return tokens.issue(
                account.username(),
                Set.of(account.sessionRole()),
                account.caller().toClaims(),
                properties.staffSession());
    }

    private ResponseCookie cookie(String token, ServerHttpRequest request) {
        return SessionCookies.holding(Sessions.STAFF_COOKIE, token, properties.staffSession(), request);
    }

    private static ResponseEntity<Void> cleared(ServerHttpRequest request) {
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        SessionCookies.cleared(Sessions.STAFF_COOKIE, request).toString())
                .build();
    }

    private static Session session(Account account, @Nullable String token) {
        return new Session(
                account.username(),
                account.displayName(),
                account.role(),
                account.library(),
                account.mustChangePassword(),
                token);
    }
}
