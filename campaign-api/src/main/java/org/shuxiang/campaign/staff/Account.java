package org.shuxiang.campaign.staff;

import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.access.StaffCaller;
import org.shuxiang.contracts.Sessions;

/**
 * A member of staff.
 *
 * @param library the root of the subtree that they answer for, or null for all
 * @param mustChangePassword the password is one that somebody else gave them
 */
public record Account(
        String username,
        String displayName,
        AccountRole role,
        @Nullable String library,
        String passwordHash,
        boolean mustChangePassword,
        boolean disabled,
        Lockout lockout) {

    /** The role that their token carries. */
    public String sessionRole() {
        if (mustChangePassword) {
            return Sessions.PASSWORD_CHANGE;
        }
        return switch (role) {
            case ORGANISER -> library == null ? Sessions.ORGANISER : Sessions.LIBRARY_ORGANISER;
            case LIAISON -> Sessions.LIAISON;
        };
    }

    public StaffCaller caller() {
        return new StaffCaller(username, displayName, sessionRole(), library);
    }
}
