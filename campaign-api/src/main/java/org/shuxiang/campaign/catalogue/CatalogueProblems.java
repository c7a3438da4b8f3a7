package org.shuxiang.campaign.catalogue;

import org.shuxiang.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** The problems of whoever needs a campaign that is not over. */
public final class CatalogueProblems {

    public static final ProblemType CAMPAIGN_NOT_OPEN =
            new ProblemType("campaign-not-open", HttpStatus.UNPROCESSABLE_CONTENT);

    private CatalogueProblems() {}
}
