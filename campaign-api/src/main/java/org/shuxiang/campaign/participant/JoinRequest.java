package org.shuxiang.campaign.participant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.campaign.GuardianConsent;
import org.shuxiang.platform.input.PlainText;

/**
 * Somebody wants to join.
 *
 * @param nickname 1 to 20 characters as people count them
 * @param guardianConsent needed under 14: that it is there says that the guardian agrees to taking part
 * @param altcha base64 of the solved challenge
 */
public record JoinRequest(
        @NotBlank @Size(max = 60) String campaignId,
        @NotNull @PlainText(min = 1, max = 20) String nickname,
        @NotBlank @Size(max = 10) String province,
        @Nullable @Size(max = 10) String city,
        @Nullable @Size(max = 10) String county,
        @Nullable @Size(max = 40) String library,
        @NotNull AgeBand ageBand,
        @Nullable Consent guardianConsent,
        @Nullable @Size(max = 4000) String altcha) {

    /** What the guardian allows besides; what is not said is not allowed. */
    public record Consent(
            @Nullable Boolean display,
            @Nullable Boolean judging,
            @Nullable Boolean archiving) {

        GuardianConsent given() {
            return new GuardianConsent(
                    Boolean.TRUE.equals(display), Boolean.TRUE.equals(judging), Boolean.TRUE.equals(archiving));
        }
    }
}
