package org.shuxiang.contracts.quiz;

/** The rule by which an attempt does not count. */
public enum RejectionReason {
    /** More attempts on that day than the activity allows. */
    DAILY_LIMIT,
    /** More attempts in all than the activity allows. */
    TOTAL_LIMIT
}
