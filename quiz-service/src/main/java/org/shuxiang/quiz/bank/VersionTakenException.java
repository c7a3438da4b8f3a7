package org.shuxiang.quiz.bank;

/** Somebody else decided the next version of a bank first. */
public final class VersionTakenException extends RuntimeException {

    public VersionTakenException(String bankId, int version) {
        super("version " + version + " of bank " + bankId + " was decided by somebody else", null, false, false);
    }
}
