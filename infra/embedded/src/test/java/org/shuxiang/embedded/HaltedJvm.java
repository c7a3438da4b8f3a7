package org.shuxiang.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs a main class in a JVM of its own, which writes, notes what was acknowledged and halts without any clean-up. */
public final class HaltedJvm {

    private static final int HALTED = 77;

    private HaltedJvm() {}

    /**
     * Runs {@code main(folder, millis)} until it halts.
     *
     * @return what was acknowledged before, in order
     */
    public static List<String> run(Class<?> main, Path folder, Duration writing) throws Exception {
        Path notes = folder.resolve("acknowledged.txt");
        Files.deleteIfExists(notes);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        folder.toString(),
                        Long.toString(writing.toMillis()))
                .inheritIO()
                .start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("exit code").isEqualTo(HALTED);
        String text = Files.readString(notes);
        // the last line may be cut
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /**
     * In the other JVM: notes acknowledged writes so that the note itself survives, and halts that JVM some time after
     * the first, whatever it is doing then.
     */
    public static final class Notes {

        private final OutputStream file;
        private final long millis;
        private boolean halting;

        public Notes(Path folder, long millis) throws IOException {
            this.file = Files.newOutputStream(
                    folder.resolve("acknowledged.txt"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            this.millis = millis;
        }

        public synchronized void acknowledged(String what) {
            try {
                file.write((what + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (!halting) {
                halting = true;
                var unused = Executors.newSingleThreadScheduledExecutor()
                        .schedule(() -> Runtime.getRuntime().halt(HALTED), millis, TimeUnit.MILLISECONDS);
            }
        }
    }
}
