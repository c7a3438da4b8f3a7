package org.shuxiang.quiz.paper;

import org.shuxiang.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Why a paper is not handed out or a sheet is not taken. */
public final class QuizProblems {

    public static final ProblemType FORGED = new ProblemType("paper-token-forged", HttpStatus.FORBIDDEN);
    public static final ProblemType EXPIRED = new ProblemType("paper-token-expired", HttpStatus.UNPROCESSABLE_CONTENT);
    public static final ProblemType OTHER_ACTIVITY =
            new ProblemType("paper-token-other-activity", HttpStatus.FORBIDDEN);
    public static final ProblemType OTHER_PARTICIPANT =
            new ProblemType("paper-token-other-participant", HttpStatus.FORBIDDEN);
    public static final ProblemType NOT_OPEN = new ProblemType("activity-not-open", HttpStatus.UNPROCESSABLE_CONTENT);
    public static final ProblemType NOT_ELIGIBLE = new ProblemType("not-eligible", HttpStatus.UNPROCESSABLE_CONTENT);
    public static final ProblemType OTHER_CAMPAIGN =
            new ProblemType("joined-another-campaign", HttpStatus.UNPROCESSABLE_CONTENT);
    public static final ProblemType NO_BANK = new ProblemType("question-bank-missing", HttpStatus.SERVICE_UNAVAILABLE);

    private QuizProblems() {}
}
