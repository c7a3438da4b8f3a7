package org.shuxiang.quiz.regrade;

import org.jspecify.annotations.Nullable;

/**
 * How far a corrected key has been followed through. It goes in passes over the attempts, until a pass finds none.
 *
 * @param version of the bank that corrects the key
 * @param touched attempts whose grading was asked for again
 * @param done those of them that the grader is through with
 * @param pass which pass this is, from 1; 0 before the first
 * @param after the last attempt that this pass came to, or null at its beginning
 * @param found attempts that this pass has found so far
 */
public record Regrade(
        String bankId,
        int version,
        State state,
        long touched,
        long done,
        int pass,
        @Nullable String after,
        long found) {

    /** More passes would only ask in vain once more for what the grader could not do: it is in the dead letters. */
    static final int MOST_PASSES = 6;

    /** A regrade runs until it is done, over crashes and restarts. */
    public enum State {
        RUNNING,
        DONE
    }

    public static Regrade opened(String bankId, int version) {
        return new Regrade(bankId, version, State.RUNNING, 0, 0, 0, null, 0);
    }

    boolean isBetweenPasses() {
        return after == null;
    }

    /** Begins a pass: the grader is through with everything that was asked for before. */
    Regrade nextPass() {
        return new Regrade(bankId, version, State.RUNNING, touched, touched, pass + 1, null, 0);
    }

    /** What an earlier pass has found as well does not count again. */
    Regrade withPage(String last, int attempts) {
        return new Regrade(
                bankId,
                version,
                State.RUNNING,
                Math.max(touched, found + attempts),
                done,
                pass,
                last,
                found + attempts);
    }

    /** After a pass to the end: done when it found none or was the last, else before another one. */
    Regrade endOfPass() {
        return found == 0 || pass >= MOST_PASSES
                ? new Regrade(bankId, version, State.DONE, touched, touched - found, pass, null, 0)
                : new Regrade(bankId, version, State.RUNNING, touched, done, pass, null, 0);
    }
}
