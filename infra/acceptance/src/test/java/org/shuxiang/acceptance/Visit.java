package org.shuxiang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody's visit in a browser that knows nothing yet. At every {@link #step} the page is pictured, is checked for
 * barriers (WCAG 2 A and AA), and must not have complained: no error on the console, no breach of the content policy.
 */
final class Visit {

    /** Of somebody whose machine builds something else meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Path TRACES = Path.of("target", "traces");

    private final String journey;
    private final Viewport viewport;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();
    private int steps;

    private Visit(String journey, Viewport viewport, BrowserContext context) {
        this.journey = journey;
        this.viewport = viewport;
        this.context = context;
        this.page = context.newPage();
    }

    /** What happens during a visit. */
    @FunctionalInterface
    interface Story {
        void happens(Visit visit) throws Exception;
    }

    /**
     * Lets the story happen in the shared program. When it goes wrong, a last picture and a trace are kept.
     *
     * @param journey names its pictures
     */
    static void make(String journey, Viewport viewport, Story story) throws Exception {
        make(Program.shared(), journey, viewport, story);
    }

    static void make(Program program, String journey, Viewport viewport, Story story) throws Exception {
        try (BrowserContext context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(program.address().toString())
                        .setViewportSize(viewport.width(), viewport.height())
                        .setHasTouch(viewport == Viewport.PHONE)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setAcceptDownloads(true))) {
            context.setDefaultTimeout(PATIENCE.toMillis());
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
            context.tracing()
                    .start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
            var visit = new Visit(journey, viewport, context);
            visit.listen();
            try {
                story.happens(visit);
                visit.assertNoComplaint();
            } catch (Throwable e) {
                visit.keepTrace();
                throw e;
            }
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** An error on the console that is part of the story. */
    void expect(String regex) {
        expected.add(Pattern.compile(regex));
    }

    /** Ends a step: the page as it is now is pictured and checked. */
    void step(String name) {
        steps++;
        picture(String.format(Locale.ROOT, "%02d-%s", steps, name));
        assertNoComplaint();
        assertThat(barriers()).as("barriers on the page of step " + name).isEmpty();
        assertThat((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("pixels that the page of step " + name + " is too wide")
                .isEqualTo(0);
    }

    private void listen() {
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complain(words(message));
            }
        });
        context.onWebError(error -> complain(error.error()));
    }

    private static String words(ConsoleMessage message) {
        return message.text() + " at " + message.location();
    }

    private void complain(String words) {
        if (expected.stream().noneMatch(pattern -> pattern.matcher(words).find())) {
            complaints.add(words);
        }
    }

    private void assertNoComplaint() {
        assertThat(complaints).as("errors on the console").isEmpty();
    }

    private List<String> barriers() {
        return new AxeBuilder(page)
                .setLegacyMode(true).withTags(WCAG).analyze().getViolations().stream()
                        .map(Visit::words)
                        .toList();
    }

    private static String words(Rule violation) {
        var words = new StringBuilder(violation.getId()).append(": ").append(violation.getHelp());
        violation
                .getNodes()
                .forEach(node -> words.append("\n  ")
                        .append(node.getHtml())
                        .append("\n    ")
                        .append(node.getFailureSummary()));
        return words.toString();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(journey)
                        .resolve(name + "-" + viewport.name().toLowerCase(Locale.ROOT) + ".png"))
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    private void keepTrace() {
        try {
            picture("99-failed");
        } finally {
            context.tracing()
                    .stop(new Tracing.StopOptions()
                            .setPath(TRACES.resolve(
                                    journey + "-" + viewport.name().toLowerCase(Locale.ROOT) + ".zip")));
        }
    }
}
