package org.shuxiang.campaign.draft;

import java.util.regex.Pattern;

/** Ids of campaigns and activities: they stand in addresses and on posters. */
final class Identifiers {

    static final int LONGEST = 60;

    private static final Pattern WELL_FORMED = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Identifiers() {}

    static boolean isWellFormed(String id) {
        return id.length() <= LONGEST && WELL_FORMED.matcher(id).matches();
    }
}
