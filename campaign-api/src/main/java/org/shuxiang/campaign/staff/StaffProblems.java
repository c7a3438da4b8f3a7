package org.shuxiang.campaign.staff;

import org.shuxiang.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** The problems of this feature. */
public final class StaffProblems {

    static final ProblemType WRONG_CREDENTIALS = new ProblemType("wrong-credentials", HttpStatus.UNAUTHORIZED);
    static final ProblemType ACCOUNT_LOCKED = new ProblemType("account-locked", HttpStatus.LOCKED);
    static final ProblemType NAME_TAKEN = new ProblemType("username-taken", HttpStatus.CONFLICT);
    static final ProblemType OUTSIDE_SUBTREE = new ProblemType("outside-subtree", HttpStatus.FORBIDDEN);
    static final ProblemType OWN_ACCOUNT = new ProblemType("own-account", HttpStatus.UNPROCESSABLE_CONTENT);

    private StaffProblems() {}
}
