package org.shuxiang.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void readsWhatWasSaidAndElseTheDefault() {
        var options = Options.of("eve", "--people=2000", "--jfr=a=b.jfr", "--grading=off");

        assertThat(options.count("people", 20_000, 100_000)).isEqualTo(2000);
        assertThat(options.count("seconds", 240, 3600)).isEqualTo(240);
        assertThat(options.text("jfr", "")).isEqualTo("a=b.jfr");
        assertThat(options.isOn("grading")).isFalse();
        assertThat(options.isOn("listening")).isTrue();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of("eve", "people=2000"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("eve", "--poeple=2000").onlyKnow(Set.of("people")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("eve", "--grading=no").isOn("grading"));
        for (String wrong : new String[] {"0", "-1", "many", "100001", "99999999999"}) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> Options.of("eve", "--people=" + wrong).count("people", 1, 100_000));
        }
    }
}
