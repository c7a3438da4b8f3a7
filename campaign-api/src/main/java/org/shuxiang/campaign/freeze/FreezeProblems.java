package org.shuxiang.campaign.freeze;

import org.shuxiang.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** The problems of whoever freezes boards. */
final class FreezeProblems {

    static final ProblemType ALREADY_FROZEN = new ProblemType("already-frozen", HttpStatus.CONFLICT);

    private FreezeProblems() {}
}
