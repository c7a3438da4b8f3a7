package org.shuxiang.campaign.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class InitialPasswordsTest {

    @Test
    void canBeReadOut() {
        var passwords = new InitialPasswords(new SecureRandom());
        assertThat(passwords.next()).matches("[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}");
        assertThat(passwords.next()).isNotEqualTo(passwords.next());
    }
}
