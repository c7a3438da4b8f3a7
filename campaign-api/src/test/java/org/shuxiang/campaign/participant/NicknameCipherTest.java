package org.shuxiang.campaign.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class NicknameCipherTest {

    private final NicknameCipher cipher = new NicknameCipher(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void hidesANicknameAndFindsItAgain() {
        String encrypted = cipher.encrypt("𠮷野家📚", "p1");
        assertThat(cipher.decrypt(encrypted, "p1")).isEqualTo("𠮷野家📚");
        assertThat(cipher.encrypt("𠮷野家📚", "p1")).isNotEqualTo(encrypted);
    }

    @Test
    void isBoundToItsParticipant() {
        String encrypted = cipher.encrypt("小书虫", "p1");
        assertThatThrownBy(() -> cipher.decrypt(encrypted, "p2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cipher.decrypt("AAAA", "p1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> new NicknameCipher(Base64.getEncoder().encodeToString(new byte[16])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
