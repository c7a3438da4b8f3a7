package org.shuxiang.campaign.draft;

import org.shuxiang.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** The problems of this feature. */
public final class DraftProblems {

    public static final ProblemType INCOMPLETE =
            new ProblemType("campaign-incomplete", HttpStatus.UNPROCESSABLE_CONTENT);
    public static final ProblemType ARCHIVED = new ProblemType("campaign-archived", HttpStatus.UNPROCESSABLE_CONTENT);
    public static final ProblemType ID_TAKEN = new ProblemType("id-taken", HttpStatus.CONFLICT);

    private DraftProblems() {}
}
