package org.shuxiang.quiz.attempt;

import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The views of attempts; they can be dropped and made again from the log, to the same bytes. */
public interface Attempts {

    Mono<Ledger> ledger(String ledgerId);

    Mono<Attempt> attempt(String attemptId);

    Flux<Ledger> ledgers(Collection<String> ids);

    Flux<Attempt> attempts(Collection<String> ids);

    /**
     * Writes all of them; each may have been written before.
     *
     * @param before as the ledgers were read
     * @return an error with {@link org.springframework.dao.OptimisticLockingFailureException} when a ledger was changed
     *     by somebody else since: read again and decide again
     */
    Mono<Void> save(List<Ledger> ledgers, Collection<Ledger> before, List<Attempt> attempts);
}
