package org.shuxiang.contracts;

/** Age in whole years, in the bands that the campaigns award by. */
public enum AgeBand {
    UNDER_7,
    FROM_7_TO_13,
    FROM_14_TO_17,
    FROM_18_TO_34,
    FROM_35_TO_59,
    FROM_60;

    /** Under 14, a guardian has to agree first (个人信息保护法 art. 31). */
    public boolean needsGuardian() {
        return this == UNDER_7 || this == FROM_7_TO_13;
    }
}
