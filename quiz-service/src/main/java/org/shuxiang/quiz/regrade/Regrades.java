package org.shuxiang.quiz.regrade;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The regrades, and who works on them: one instance at a time, for as long as it renews its lease. */
public interface Regrades {

    Mono<Regrade> find(String bankId, int version);

    /** Does nothing where it is open already, or done. */
    Mono<Void> open(String bankId, int version);

    /** Those that are not done, by bank and version. */
    Flux<Regrade> running();

    /** Takes it; empty where another instance holds it, or it is done. */
    Mono<Regrade> claim(Regrade regrade);

    /** Whether this instance still held it: if not, it must stop. */
    Mono<Boolean> renew(Regrade regrade);

    /** Writes down how far it came, and renews; an error with {@link LeaseLostException} where another took over. */
    Mono<Regrade> save(Regrade regrade);

    /** Lets another instance go on at once. */
    Mono<Void> release(Regrade regrade);
}
