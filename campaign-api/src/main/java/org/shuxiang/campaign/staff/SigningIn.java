package org.shuxiang.campaign.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.SignedOutEverywhere;
import org.shuxiang.platform.access.SignOuts;
import org.shuxiang.platform.problem.FieldProblem;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import reactor.core.publisher.Mono;

/**
 * Who is who. A name that nobody has is answered like one that somebody has: as late, and locked after as many attempts.
 *
 * <p>Errors: {@link ProblemException}.
 */
public final class SigningIn {

    private static final int SHORTEST_PASSWORD = 10;
    /** bcrypt looks at no more. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private final AccountStore accounts;
    private final Passwords passwords;
    private final SignOuts signOuts;
    private final Clock clock;
    private final Cache<String, Lockout> strangers = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Lockout.LOCKED_FOR)
            .build();

    public SigningIn(AccountStore accounts, Passwords passwords, SignOuts signOuts, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signOuts = signOuts;
        this.clock = clock;
    }

    /** The account, when the password is right. */
    public Mono<Account> signIn(String username, String password) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        return accounts.find(name)
                .flatMap(account -> counted(account).flatMap(lockout -> verified(account, lockout, password)))
                .switchIfEmpty(Mono.defer(() -> stranger(name, password)));
    }

    /** The account as it is now; empty when there is none or it is disabled. */
    public Mono<Account> find(String username) {
        return accounts.find(username).filter(account -> !account.disabled());
    }

    /** Chooses a password; every other session of the account ends. */
    public Mono<Account> changePassword(String username, String current, String next) {
        List<FieldProblem> wrong = unfit(username, current, next);
        if (!wrong.isEmpty()) {
            return Mono.error(ProblemException.invalid(wrong));
        }
        return signIn(username, current)
                .onErrorMap(
                        problem -> problem instanceof ProblemException failed
                                && failed.type().equals(StaffProblems.WRONG_CREDENTIALS),
                        problem -> ProblemException.invalid("currentPassword", "WrongPassword"))
                .flatMap(account -> passwords.hash(next).flatMap(hash -> {
                    var changed = new Account(
                            account.username(),
                            account.displayName(),
                            account.role(),
                            account.library(),
                            hash,
                            false,
                            account.disabled(),
                            Lockout.NONE);
                    return signOut(changed).thenReturn(changed);
                }));
    }

    /** Ends every session of the account. */
    public Mono<Void> signOutEverywhere(String username) {
        return accounts.find(username)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.NOT_SIGNED_IN)))
                .flatMap(this::signOut);
    }

    /** Saves the account and ends every session of it: here at once, elsewhere as soon as the log says so. */
    Mono<Void> signOut(Account account) {
        Instant now = clock.instant();
        var event = new SignedOutEverywhere(
                "sign-out-" + account.username() + "@" + now.toEpochMilli(), now, account.username(), now);
        return accounts.save(account, List.of(event))
                .then(Mono.fromRunnable(() -> signOuts.apply(account.username(), event)));
    }

    private Mono<Lockout> counted(Account account) {
        Instant now = clock.instant();
        Lockout next = account.lockout().attempt(now);
        return accounts.changeLockout(account.username(), account.lockout(), next)
                .flatMap(changed -> changed
                        ? Mono.just(next)
                        : accounts.find(account.username()).flatMap(this::counted));
    }

    private Mono<Account> verified(Account account, Lockout lockout, String password) {
        Instant now = clock.instant();
        if (lockout.isLocked(now)) {
            return Mono.error(locked(lockout, now));
        }
        return passwords.matches(password, account.passwordHash()).flatMap(right -> {
            if (right && !account.disabled()) {
                return accounts.changeLockout(account.username(), lockout, Lockout.NONE)
                        .thenReturn(account);
            }
            return accounts.changeLockout(account.username(), lockout, lockout.failed(clock.instant()))
                    .then(Mono.error(ProblemException.of(StaffProblems.WRONG_CREDENTIALS)));
        });
    }

    private Mono<Account> stranger(String name, String password) {
        Instant now = clock.instant();
        @Nullable
        Lockout lockout =
                strangers.asMap().compute(name, (key, known) -> (known == null ? Lockout.NONE : known).attempt(now));
        if (lockout != null && lockout.isLocked(now)) {
            return Mono.error(locked(lockout, now));
        }
        return passwords.matches(password, null).then(Mono.error(ProblemException.of(StaffProblems.WRONG_CREDENTIALS)));
    }

    private static ProblemException locked(Lockout lockout, Instant now) {
        long seconds = lockout.secondsLeft(now);
        return ProblemException.of(StaffProblems.ACCOUNT_LOCKED, (seconds + 59) / 60)
                .retryAfterSeconds(seconds);
    }

    private static List<FieldProblem> unfit(String username, String current, String next) {
        var wrong = new ArrayList<FieldProblem>();
        if (next.codePointCount(0, next.length()) < SHORTEST_PASSWORD
                || next.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            wrong.add(new FieldProblem("newPassword", "PasswordLength", SHORTEST_PASSWORD, LONGEST_PASSWORD_BYTES));
        } else if (next.equals(current)) {
            wrong.add(new FieldProblem("newPassword", "PasswordSame"));
        } else if (next.toLowerCase(Locale.ROOT).contains(username)) {
            wrong.add(new FieldProblem("newPassword", "PasswordHasName"));
        }
        return wrong;
    }
}
