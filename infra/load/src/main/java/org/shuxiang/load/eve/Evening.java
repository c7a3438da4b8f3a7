package org.shuxiang.load.eve;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.sse;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The evening, as Gatling runs it: people arrive whether or not those before them have been served (an open model), more
 * and more of them until half of the time is over, then fewer. Each opens the page, joins, takes a paper, and hands it
 * in; meanwhile others watch the boards.
 */
public final class Evening extends Simulation {

    static final List<String> STEPS =
            List.of(Page.CAMPAIGN, "provinces", "libraries", Page.JOIN, Page.PAPER, Page.SHEET);

    private static final Duration THINKING = Duration.ofSeconds(3);
    private static final Duration LISTENERS_COME = Duration.ofSeconds(10);
    private static final Duration MOST_OVERTIME = Duration.ofMinutes(10);

    private final Timings timings = new Timings();
    private final Accepted accepted = new Accepted();
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong watching = new AtomicLong();
    private final AtomicLong firstArrival = new AtomicLong();
    private final AtomicLong lastArrival = new AtomicLong();
    private final AtomicLong lastAccepted = new AtomicLong();

    /**
     * What came of it.
     *
     * @param firstArrival and the others: milliseconds since 1970
     */
    record Outcome(
            long arrived,
            long watching,
            long firstArrival,
            long lastArrival,
            long lastAccepted,
            Accepted accepted,
            List<Timings.Step> steps) {

        static Outcome read(Path file) {
            return JsonMapper.shared().readValue(file.toFile(), Outcome.class);
        }
    }

    public Evening() {
        int people = Settings.number("people");
        Duration time = Duration.ofSeconds(Settings.number("seconds"));
        double peak = 2.0 * people / time.toSeconds();
        var arrivals = scenario("readers")
                .exec(reader())
                .injectOpen(
                        rampUsersPerSec(0).to(peak).during(time.dividedBy(2)),
                        rampUsersPerSec(peak).to(0).during(time.dividedBy(2)));
        var end = scenario("end").exec(this::tell).injectOpen(atOnceUsers(1));
        var listeners = scenario("listeners")
                .exec(listener(time))
                .injectOpen(rampUsers(Settings.number("listeners")).during(LISTENERS_COME));
        setUp(listeners, arrivals.andThen(end)).protocols(Page.phone()).maxDuration(time.plus(MOST_OVERTIME));
    }

    private ChainBuilder reader() {
        var page = new Page(timings);
        return feed(Stream.iterate(0, number -> number + 1).map(Page::person).iterator())
                .exec(this::arrive)
                .exec(page.campaign())
                .exec(page.get("provinces", "/api/campaign/regions/provinces"))
                .exec(page.get("libraries", "/api/campaign/libraries?region=#{province}"))
                .exec(page.join())
                .exec(session -> {
                    accepted.joined(text(session, "province"), text(session, "library"), text(session, "ageBand"));
                    return session;
                })
                .exec(page.paper("1"))
                .exec(pause(THINKING.dividedBy(2), THINKING.plus(THINKING.dividedBy(2))))
                .exec(page.handIn(session -> {
                    accepted.handedIn(text(session, "province"), text(session, "library"), text(session, "ageBand"));
                    lastAccepted.set(System.currentTimeMillis());
                    return session;
                }));
    }

    private ChainBuilder listener(Duration time) {
        var page = new Page(timings);
        return exec(page.campaign())
                .exec(sse("boards").get(Settings.text("address") + "/api/campaign/campaigns/#{campaignId}/boards/live"))
                .exitHereIfFailed()
                .exec(session -> {
                    watching.incrementAndGet();
                    return session;
                })
                .pause(time.plus(LISTENERS_COME))
                .exec(sse("close").close());
    }

    private Session arrive(Session session) {
        arrived.incrementAndGet();
        long now = System.currentTimeMillis();
        firstArrival.compareAndSet(0, now);
        lastArrival.set(now);
        return session;
    }

    /** As soon as the last reader has gone, so that the bench can look at the boards. */
    private Session tell(Session session) {
        var outcome = new Outcome(
                arrived.get(),
                watching.get(),
                firstArrival.get(),
                lastArrival.get(),
                lastAccepted.get(),
                accepted,
                timings.steps(STEPS));
        Path file = Settings.file("outcome");
        try {
            Path draft = Files.write(
                    file.resolveSibling("outcome.new"), JsonMapper.shared().writeValueAsBytes(outcome));
            Files.move(draft, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return session;
    }

    private static String text(Session session, String name) {
        return Objects.requireNonNull(session.getString(name));
    }
}
