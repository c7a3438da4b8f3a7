package org.shuxiang.campaign.staff.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.access.StaffCaller;
import org.shuxiang.campaign.staff.Account;
import org.shuxiang.campaign.staff.AccountRole;
import org.shuxiang.campaign.staff.ManagingAccounts;
import org.shuxiang.platform.audit.AuditLog;
import org.shuxiang.platform.input.PlainText;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The accounts that an organiser answers for. */
@RestController
@RequestMapping("/api/campaign/accounts")
class AccountController {

    private final ManagingAccounts managing;
    private final AuditLog audit;
    private final Clock clock;

    AccountController(ManagingAccounts managing, AuditLog audit, Clock clock) {
        this.managing = managing;
        this.audit = audit;
        this.clock = clock;
    }

    /** An account as its organiser sees it. */
    record AccountView(
            String username,
            String displayName,
            AccountRole role,
            @Nullable String library,
            boolean disabled,
            boolean mustChangePassword,
            boolean locked) {

        static AccountView of(Account account, Instant now) {
            return new AccountView(
                    account.username(),
                    account.displayName(),
                    account.role(),
                    account.library(),
                    account.disabled(),
                    account.mustChangePassword(),
                    account.lockout().isLocked(now));
        }
    }

    record NewAccount(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9._-]{1,31}")
            String username,

            @NotNull @PlainText(min = 1, max = 40) String displayName,
            @NotNull AccountRole role,
            @Nullable @Size(max = 40) String library) {}

    record AccountChange(
            @Nullable @PlainText(min = 1, max = 40) String displayName,
            @Nullable Boolean disabled,
            @Nullable Boolean unlock) {}

    record CreatedAccount(AccountView account, String initialPassword) {}

    record InitialPassword(String initialPassword) {}

    @GetMapping
    Flux<AccountView> accounts(@AuthenticationPrincipal Jwt token) {
        Instant now = clock.instant();
        return managing.visibleTo(StaffCaller.of(token)).map(account -> AccountView.of(account, now));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CreatedAccount> create(@RequestBody @Valid NewAccount wanted, @AuthenticationPrincipal Jwt token) {
        var caller = StaffCaller.of(token);
        return managing.create(caller, wanted.username(), wanted.displayName().strip(), wanted.role(), wanted.library())
                .flatMap(created -> audit.record(
                                caller.username(),
                                "create-account",
                                wanted.username(),
                                wanted.role() + (wanted.library() == null ? "" : " " + wanted.library()))
                        .thenReturn(new CreatedAccount(
                                AccountView.of(created.account(), clock.instant()), created.initialPassword())));
    }

    @PatchMapping("/{username}")
    Mono<AccountView> change(
            @PathVariable String username,
            @RequestBody @Valid AccountChange change,
            @AuthenticationPrincipal Jwt token) {
        var caller = StaffCaller.of(token);
        return managing.change(
                        caller, username, change.displayName(), change.disabled(), Boolean.TRUE.equals(change.unlock()))
                .flatMap(account -> audit.record(caller.username(), "change-account", username, described(change))
                        .thenReturn(AccountView.of(account, clock.instant())));
    }

    @PostMapping("/{username}/password-reset")
    Mono<InitialPassword> resetPassword(@PathVariable String username, @AuthenticationPrincipal Jwt token) {
        var caller = StaffCaller.of(token);
        return managing.resetPassword(caller, username)
                .flatMap(reset -> audit.record(caller.username(), "reset-password", username, "")
                        .thenReturn(new InitialPassword(reset.initialPassword())));
    }

    private static String described(AccountChange change) {
        var what = new StringBuilder();
        if (change.displayName() != null) {
            what.append("display name ");
        }
        if (change.disabled() != null) {
            what.append(change.disabled() ? "disabled " : "enabled ");
        }
        if (Boolean.TRUE.equals(change.unlock())) {
            what.append("unlocked");
        }
        return what.toString().strip();
    }
}
