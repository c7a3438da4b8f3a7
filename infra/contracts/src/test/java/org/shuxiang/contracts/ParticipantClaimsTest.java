package org.shuxiang.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ParticipantClaimsTest {

    @Test
    void comesBackFromItsClaims() {
        var participant = new Participant(
                "0199a5b2-0000-7000-8000-000000000001",
                "440000",
                "440300",
                "440305",
                "C-440300",
                AgeBand.FROM_14_TO_17);
        var claims = new ParticipantClaims(participant, "chunjie-2026", "小书虫📚");

        assertThat(ParticipantClaims.fromClaims(participant.id(), claims.toClaims()))
                .isEqualTo(claims);
    }

    @Test
    void leavesOutWhatWasNotGiven() {
        var participant = new Participant("p", "660000", null, null, null, AgeBand.FROM_60);
        var claims = new ParticipantClaims(participant, "c", "n");

        assertThat(claims.toClaims()).containsOnlyKeys("campaignId", "nickname", "province", "ageBand");
        assertThat(ParticipantClaims.fromClaims("p", claims.toClaims())).isEqualTo(claims);
    }

    @Test
    void refusesATokenThatIsNoParticipants() {
        assertThatThrownBy(() -> ParticipantClaims.fromClaims("admin", Map.of("displayName", "管理员")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("province");
    }
}
