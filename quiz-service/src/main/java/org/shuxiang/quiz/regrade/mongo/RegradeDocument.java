package org.shuxiang.quiz.regrade.mongo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuxiang.quiz.regrade.Regrade;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A regrade as stored.
 *
 * @param owner the instance that works on it, or null
 * @param leaseUntil when another may take over
 */
@Document(RegradeDocument.COLLECTION)
record RegradeDocument(
        @Id String id,
        String bankId,
        int version,
        Regrade.State state,
        long touched,
        long done,
        int pass,
        @Nullable String after,
        long found,
        @Nullable String owner,
        Instant leaseUntil) {

    static final String COLLECTION = "regrades";

    static String id(String bankId, int version) {
        return bankId + "@" + version;
    }

    static RegradeDocument of(Regrade regrade, @Nullable String owner, Instant leaseUntil) {
        return new RegradeDocument(
                id(regrade.bankId(), regrade.version()),
                regrade.bankId(),
                regrade.version(),
                regrade.state(),
                regrade.touched(),
                regrade.done(),
                regrade.pass(),
                regrade.after(),
                regrade.found(),
                owner,
                leaseUntil);
    }

    Regrade asRegrade() {
        return new Regrade(bankId, version, state, touched, done, pass, after, found);
    }
}
