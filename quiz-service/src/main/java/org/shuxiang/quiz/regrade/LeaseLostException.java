package org.shuxiang.quiz.regrade;

/** Another instance works on the regrade: this one was too slow to renew its lease. */
public final class LeaseLostException extends RuntimeException {

    public LeaseLostException(Regrade regrade) {
        super("another instance took over regrade " + regrade.bankId() + "@" + regrade.version());
    }
}
