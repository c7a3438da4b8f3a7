package org.shuxiang.campaign.staff;

import java.util.List;
import org.shuxiang.contracts.SignedOutEverywhere;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents of the accounts. */
public interface AccountStore {

    Flux<Account> all();

    Mono<Account> find(String username);

    /** False when the name is taken. */
    Mono<Boolean> insert(Account account);

    /** Changes everything but the lockout, stores the events with it, and publishes them. */
    Mono<Void> save(Account account, List<SignedOutEverywhere> events);

    /** False when it is not as expected any more: another attempt was faster. */
    Mono<Boolean> changeLockout(String username, Lockout expected, Lockout next);
}
