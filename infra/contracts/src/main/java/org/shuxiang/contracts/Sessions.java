package org.shuxiang.contracts;

import java.util.Set;

/** The cookies that hold the tokens of campaign-api, and the roles in those tokens. */
public final class Sessions {

    public static final String PARTICIPANT_COOKIE = "sx_participant";
    public static final String STAFF_COOKIE = "sx_staff";

    /** Somebody who joined a campaign. */
    public static final String PARTICIPANT = "PARTICIPANT";
    /** Sets up campaigns: national. */
    public static final String ORGANISER = "ORGANISER";
    /** Organiser for a library and those below it, which the claim {@code library} names. */
    public static final String LIBRARY_ORGANISER = "LIBRARY_ORGANISER";
    /** 联络员 of the library that the claim {@code library} names. */
    public static final String LIAISON = "LIAISON";
    /** Staff who have to choose a password of their own before anything else. */
    public static final String PASSWORD_CHANGE = "PASSWORD_CHANGE";

    public static final Set<String> NATIONAL = Set.of(ORGANISER);

    private Sessions() {}
}
