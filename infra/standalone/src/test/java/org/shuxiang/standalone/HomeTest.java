package org.shuxiang.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void keepsTheFirstPasswordUntilItWasShownAndThenHasNone() throws IOException {
        Optional<String> password;
        try (Home home = Home.open(folder)) {
            password = home.firstPassword();
            assertThat(password.orElseThrow()).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
            Secrets.in(home.resolve("secrets.properties"));
        }
        try (Home afterAFailedStart = Home.open(folder)) {
            assertThat(afterAFailedStart.firstPassword()).isEqualTo(password);
            afterAFailedStart.forgetFirstPassword();
        }
        try (Home later = Home.open(folder)) {
            assertThat(later.firstPassword()).isEmpty();
        }
    }

    @Test
    void makesTheSecretsOnceAndAddsWhatIsMissing() throws IOException {
        Path file = folder.resolve("secrets.properties");
        Secrets first = Secrets.in(file);
        assertThat(first.get(Secrets.PUBLIC_KEY)).contains("\"crv\":\"P-256\"").doesNotContain("\"d\"");
        assertThat(first.get(Secrets.PRIVATE_KEY)).contains("\"d\"");

        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith(Secrets.PAPER_SECRET))
                        .toList());
        Secrets second = Secrets.in(file);
        assertThat(second.get(Secrets.PERSONAL_DATA_KEY)).isEqualTo(first.get(Secrets.PERSONAL_DATA_KEY));
        assertThat(second.get(Secrets.PRIVATE_KEY)).isEqualTo(first.get(Secrets.PRIVATE_KEY));
        assertThat(second.get(Secrets.PAPER_SECRET))
                .isNotEqualTo(first.get(Secrets.PAPER_SECRET))
                .isEqualTo(Secrets.in(file).get(Secrets.PAPER_SECRET));
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Home.open(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("不能写入")
                .hasMessageContaining("Cannot write");
    }
}
