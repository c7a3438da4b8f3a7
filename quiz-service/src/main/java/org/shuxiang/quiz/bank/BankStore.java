package org.shuxiang.quiz.bank;

import org.shuxiang.contracts.quiz.QuestionBankPublished;
import reactor.core.publisher.Mono;

/** Where it is decided, once, which content becomes the next version of a bank. */
public interface BankStore {

    /** The version that was decided last; empty for a bank that is not known here. */
    Mono<Integer> lastVersion(String bankId);

    /**
     * Decides a version and sees to it that the log gets it.
     *
     * @param last what {@link #lastVersion} said, or 0 when it was empty
     * @return an error with {@link VersionTakenException} when another version was
     *     decided since: read again and decide again
     */
    Mono<Void> publish(QuestionBankPublished version, int last);
}
