package org.shuxiang.campaign.staff.mongo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.staff.Account;
import org.shuxiang.campaign.staff.AccountRole;
import org.shuxiang.campaign.staff.Lockout;
import org.shuxiang.platform.outbox.HasOutbox;
import org.shuxiang.platform.outbox.PendingEvent;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** An account with its outbox. */
@Document("accounts")
record AccountDocument(
        @Id String id,
        String displayName,
        AccountRole role,
        @Nullable String library,
        String passwordHash,
        boolean mustChangePassword,
        boolean disabled,
        int attempts,
        @Nullable Instant lockedUntil,
        List<PendingEvent> outbox)
        implements HasOutbox {

    static AccountDocument of(Account account) {
        return new AccountDocument(
                account.username(),
                account.displayName(),
                account.role(),
                account.library(),
                account.passwordHash(),
                account.mustChangePassword(),
                account.disabled(),
                account.lockout().attempts(),
                account.lockout().lockedUntil(),
                List.of());
    }

    Account account() {
        return new Account(
                id,
                displayName,
                role,
                library,
                passwordHash,
                mustChangePassword,
                disabled,
                new Lockout(attempts, lockedUntil));
    }
}
