package org.shuxiang.campaign.participant;

import org.shuxiang.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** The problems of this feature. */
final class ParticipantProblems {

    static final ProblemType CONSENT_MISSING =
            new ProblemType("guardian-consent-missing", HttpStatus.UNPROCESSABLE_CONTENT);
    static final ProblemType NICKNAME_NOT_ALLOWED =
            new ProblemType("nickname-not-allowed", HttpStatus.UNPROCESSABLE_CONTENT);
    static final ProblemType CHALLENGE_EXPIRED = new ProblemType("challenge-expired", HttpStatus.UNPROCESSABLE_CONTENT);
    static final ProblemType CHALLENGE_FAILED = new ProblemType("challenge-failed", HttpStatus.UNPROCESSABLE_CONTENT);

    private ParticipantProblems() {}
}
