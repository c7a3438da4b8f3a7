package org.shuxiang.campaign.staff;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.access.StaffCaller;
import org.shuxiang.campaign.library.LibraryDirectory;
import org.shuxiang.campaign.library.LibraryTree;
import org.shuxiang.platform.problem.FieldProblem;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Organisers and the accounts that they answer for: all of them, or those of a library and the ones below it.
 *
 * <p>Errors: {@link ProblemException}; an account outside the caller's subtree is not found.
 */
public final class ManagingAccounts {

    private final AccountStore accounts;
    private final Passwords passwords;
    private final InitialPasswords initialPasswords;
    private final SigningIn signingIn;
    private final LibraryDirectory libraries;

    ManagingAccounts(
            AccountStore accounts,
            Passwords passwords,
            InitialPasswords initialPasswords,
            SigningIn signingIn,
            LibraryDirectory libraries) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.initialPasswords = initialPasswords;
        this.signingIn = signingIn;
        this.libraries = libraries;
    }

    /** @param initialPassword to be told once, and changed at the first sign-in */
    public record Created(Account account, String initialPassword) {}

    /** By user name. */
    public Flux<Account> visibleTo(StaffCaller caller) {
        LibraryTree tree = libraries.tree();
        return accounts.all()
                .filter(account -> isVisible(account, caller, tree))
                .sort(Comparator.comparing(Account::username));
    }

    public Mono<Created> create(
            StaffCaller caller, String username, String displayName, AccountRole role, @Nullable String library) {
        if (library != null && libraries.find(library).isEmpty()) {
            return Mono.error(ProblemException.invalid("library", "Unknown", library));
        }
        if (library == null && role == AccountRole.LIAISON) {
            return Mono.error(ProblemException.invalid("library", "NotNull"));
        }
        if (!isAllowed(caller, library, libraries.tree())) {
            return Mono.error(ProblemException.of(StaffProblems.OUTSIDE_SUBTREE));
        }
        String initial = initialPasswords.next();
        return passwords
                .hash(initial)
                .map(hash -> new Account(username, displayName, role, library, hash, true, false, Lockout.NONE))
                .flatMap(account -> accounts.insert(account)
                        .flatMap(inserted -> inserted
                                ? Mono.just(new Created(account, initial))
                                : Mono.error(ProblemException.of(StaffProblems.NAME_TAKEN, username)
                                        .withFields(List.of(new FieldProblem("username", "Taken", username))))));
    }

    /** What is null stays as it is; disabling ends every session. */
    public Mono<Account> change(
            StaffCaller caller,
            String username,
            @Nullable String displayName,
            @Nullable Boolean disabled,
            boolean unlock) {
        return find(caller, username).flatMap(account -> {
            boolean disabling = Boolean.TRUE.equals(disabled) && !account.disabled();
            if (disabling && username.equals(caller.username())) {
                return Mono.error(ProblemException.of(StaffProblems.OWN_ACCOUNT));
            }
            var changed = new Account(
                    username,
                    displayName == null ? account.displayName() : displayName,
                    account.role(),
                    account.library(),
                    account.passwordHash(),
                    account.mustChangePassword(),
                    disabled == null ? account.disabled() : disabled,
                    unlock ? Lockout.NONE : account.lockout());
            Mono<Void> saved = disabling ? signingIn.signOut(changed) : accounts.save(changed, List.of());
            Mono<?> unlocked =
                    unlock ? accounts.changeLockout(username, account.lockout(), Lockout.NONE) : Mono.empty();
            return saved.then(unlocked).thenReturn(changed);
        });
    }

    /** A new initial password; every session of the account ends. */
    public Mono<Created> resetPassword(StaffCaller caller, String username) {
        String initial = initialPasswords.next();
        return find(caller, username)
                .flatMap(account -> passwords.hash(initial).flatMap(hash -> {
                    var changed = new Account(
                            username,
                            account.displayName(),
                            account.role(),
                            account.library(),
                            hash,
                            true,
                            account.disabled(),
                            Lockout.NONE);
                    return accounts.changeLockout(username, account.lockout(), Lockout.NONE)
                            .then(signingIn.signOut(changed))
                            .thenReturn(new Created(changed, initial));
                }));
    }

    /**
     * The first organiser of an empty installation; empty when there is a national organiser already.
     *
     * @param password to be changed at the first sign-in; null for one that is made up
     */
    public Mono<Created> createFirstOrganiser(String username, String displayName, @Nullable String password) {
        String initial = password == null ? initialPasswords.next() : password;
        return accounts.all()
                .any(account -> account.role() == AccountRole.ORGANISER && account.library() == null)
                .filter(there -> !there)
                .flatMap(none -> passwords.hash(initial))
                .map(hash -> new Account(
                        username, displayName, AccountRole.ORGANISER, null, hash, true, false, Lockout.NONE))
                .flatMap(account -> accounts.insert(account)
                        .filter(inserted -> inserted)
                        .map(inserted -> new Created(account, initial)));
    }

    static boolean isVisible(Account account, StaffCaller caller, LibraryTree tree) {
        return isAllowed(caller, account.library(), tree);
    }

    private static boolean isAllowed(StaffCaller caller, @Nullable String library, LibraryTree tree) {
        @Nullable String root = caller.library();
        return root == null || (library != null && tree.isWithin(library, root));
    }

    private Mono<Account> find(StaffCaller caller, String username) {
        return accounts.find(username)
                .filter(account -> isVisible(account, caller, libraries.tree()))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.NOT_FOUND)));
    }
}
