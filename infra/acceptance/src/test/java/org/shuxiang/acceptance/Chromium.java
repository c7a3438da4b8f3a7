package org.shuxiang.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine, or one from npm where there is none, started once for all journeys of a thread. */
final class Chromium {

    private static final String VARIABLE = "SHUXIANG_CHROMIUM";
    private static final String FROM_NPM = "npm";
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

    /** Playwright belongs to the thread that made it. */
    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(Chromium::launch);

    private Chromium() {}

    static Browser browser() {
        return BROWSER.get();
    }

    private static LaunchOptions options() {
        String wish = Optional.ofNullable(System.getenv(VARIABLE)).orElse("");
        boolean fromNpm = wish.equals(FROM_NPM);
        if (!fromNpm && !wish.isBlank()) {
            return named(Path.of(wish));
        }
        Optional<Path> installed = fromNpm ? Optional.empty() : installed();
        if (installed.isPresent()) {
            return new LaunchOptions().setExecutablePath(installed.get());
        }
        if (PackagedChromium.fits()) {
            return packaged();
        }
        throw new IllegalStateException("""
                The journeys need Chromium or Google Chrome, and a Chinese font, and found no browser. Install them
                  Debian, Ubuntu:  apt-get install chromium fonts-noto-cjk
                  Fedora:          dnf install chromium google-noto-sans-cjk-fonts
                  macOS:           brew install --cask google-chrome
                or let the environment variable %s name the browser's program.
                Only on Linux on x64 do they fetch one by themselves.
                To build without the journeys: ./mvnw verify -pl '!infra/acceptance'
                """.formatted(VARIABLE));
    }

    private static LaunchOptions named(Path program) {
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(VARIABLE + " names " + program + ", which cannot be run.");
        }
        return new LaunchOptions().setExecutablePath(program);
    }

    private static Optional<Path> installed() {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))),
                        USUAL_PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static LaunchOptions packaged() {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(PackagedChromium.environment());
        return new LaunchOptions().setExecutablePath(PackagedChromium.program()).setEnv(environment);
    }

    /** One after the other: the first may have to fetch it. */
    private static synchronized Browser launch() {
        LaunchOptions options = options();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close the browser"));
        return playwright.chromium().launch(options.setArgs(ARGUMENTS).setHeadless(true));
    }
}
