package org.shuxiang.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine, started once for all journeys of this JVM. */
final class Chromium {

    private static final String VARIABLE = "SHUXIANG_CHROMIUM";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome.exe");
    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"));
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Chromium() {}

    static Browser browser() {
        return Shared.BROWSER;
    }

    private static Path executable() {
        Optional<Path> named = Optional.ofNullable(System.getenv(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(Path::of);
        if (named.isPresent() && !Files.isExecutable(named.get())) {
            throw new IllegalStateException(VARIABLE + " names " + named.get() + ", which cannot be run.");
        }
        return named.or(() -> Stream.concat(
                                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))),
                                USUAL_PLACES.stream())
                        .filter(Files::isExecutable)
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("""
                        The journeys need Chromium or Google Chrome, and a Chinese font, and found no browser. Install them
                          Debian, Ubuntu:  apt-get install chromium fonts-noto-cjk
                          Fedora:          dnf install chromium google-noto-sans-cjk-fonts
                          macOS:           brew install --cask google-chrome
                        or let the environment variable %s name the browser's program.
                        To build without the journeys: ./mvnw verify -pl '!infra/acceptance'
                        """.formatted(VARIABLE)));
    }

    private static final class Shared {

        private static final Browser BROWSER = launch();

        private static Browser launch() {
            Path executable = executable();
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close the browser"));
            return playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(ARGUMENTS)
                            .setHeadless(true));
        }
    }
}
