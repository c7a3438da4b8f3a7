package org.shuxiang.campaign.staff;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How staff sign in.
 *
 * @param firstOrganiserPassword of the account {@code admin} that an empty installation begins with; made up and logged
 *     once when missing
 * @param staffSession how long a sign-in lasts
 */
@ConfigurationProperties("shuxiang.campaign")
public record StaffProperties(
        @Nullable String firstOrganiserPassword,
        @DefaultValue("12h") Duration staffSession) {}
