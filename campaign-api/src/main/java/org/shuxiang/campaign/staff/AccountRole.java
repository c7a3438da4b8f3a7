package org.shuxiang.campaign.staff;

/** What a member of staff is. */
public enum AccountRole {
    /** Sets up campaigns; with a library, answers for the accounts and libraries under it. */
    ORGANISER,
    /** 联络员 of a library. */
    LIAISON
}
