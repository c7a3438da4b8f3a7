package org.shuxiang.quiz.regrade;

import org.jspecify.annotations.Nullable;

/**
 * How far a corrected key has been followed through. It goes in passes over the attempts, until a pass finds none.
 *
 * @param version of the bank that corrects the key
 * @param touched attempts whose grading was asked for again
 * @param done those of them that the grader has certainly graded again
 * @param after the last attempt that this pass came to, or null at its beginning
 * @param found attempts that this pass has found so far
 */
public record Regrade(
        String bankId,
        int version,
        State state,
        long touched,
        long done,
        @Nullable String after,
        long found) {

    /** A regrade runs until it is done, over crashes and restarts. */
    public enum State {
        RUNNING,
        DONE
    }

    public static Regrade opened(String bankId, int version) {
        return new Regrade(bankId, version, State.RUNNING, 0, 0, null, 0);
    }

    /** Everything that was asked for before this pass has been graded. */
    Regrade caughtUp() {
        return new Regrade(bankId, version, State.RUNNING, touched, touched, null, 0);
    }

    Regrade withPage(String last, int attempts) {
        return new Regrade(bankId, version, State.RUNNING, touched + attempts, done, last, found + attempts);
    }

    /** After a pass to the end: done when it found none, else before another one. */
    Regrade endOfPass() {
        return found == 0
                ? new Regrade(bankId, version, State.DONE, touched, touched, null, 0)
                : new Regrade(bankId, version, State.RUNNING, touched, done, null, 0);
    }
}
