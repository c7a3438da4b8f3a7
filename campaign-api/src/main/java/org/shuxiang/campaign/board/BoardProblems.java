package org.shuxiang.campaign.board;

import org.shuxiang.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** The problems of whoever asks for figures. */
final class BoardProblems {

    static final ProblemType FIGURES_NOT_YOURS = new ProblemType("figures-not-yours", HttpStatus.FORBIDDEN);

    private BoardProblems() {}
}
