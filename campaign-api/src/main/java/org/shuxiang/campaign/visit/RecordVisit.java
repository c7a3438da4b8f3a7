package org.shuxiang.campaign.visit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A page was opened.
 *
 * @param visitorId made up by the device
 * @param page the name of the page's route
 */
public record RecordVisit(
        @NotBlank @Size(max = 60) String campaignId,
        @NotNull UUID visitorId,

        @NotNull @Pattern(regexp = "home|join|quiz|result|me|poster|board")
        String page) {}
