package org.shuxiang.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void hasADefaultForEverything() {
        Settings settings = Settings.from(Map.of("SHUXIANG_KAFKA", " ", "SHUXIANG_PORT", ""));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.home()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.kafka()).isEmpty();
        assertThat(settings.adminPassword()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "65536", "-1", "999999999999"})
    void refusesAPortThatIsNone(String port) {
        assertThatThrownBy(() -> Settings.from(Map.of("SHUXIANG_PORT", port)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(port)
                .hasMessageContaining("端口号")
                .hasMessageContaining("must be a port");
    }
}
