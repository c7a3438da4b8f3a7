package org.shuxiang.load.eve;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.asLongAsDuring;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same sheets to each design in turn, round after round, as Gatling runs it: so many senders, each of which sends
 * its next sheet when the last one was answered (a closed model). People have joined and papers are there before the
 * clock starts; and a round ends when its sheets are in the boards, unless grading is off. The first round warms up and
 * does not count.
 */
public final class Rounds extends Simulation {

    /** What takes the sheets, in the order of a round. */
    enum Design {
        NETTY_ECHO,
        WEBFLUX_ECHO,
        CONVENTIONAL,
        SHUXIANG
    }

    /**
     * What a design did in a round.
     *
     * @param boardsSeconds from the first sheet until all are in the boards; 0 where there are none
     */
    record Result(int round, Design design, int accepted, int failed, double seconds, double boardsSeconds) {

        double perSecond() {
            return accepted / seconds;
        }
    }

    /**
     * What came of all rounds.
     *
     * @param accepted sheets in all, those of the evening before included
     * @param counted attempts in the activity's board in the end
     */
    record Outcome(List<Result> results, long accepted, long counted) {

        /** A sheet that was sent but not answered may be in the log all the same. */
        boolean isExact() {
            int unanswered = results.stream()
                    .filter(result -> result.design() == Design.SHUXIANG)
                    .mapToInt(Result::failed)
                    .sum();
            return counted >= accepted && counted <= accepted + unanswered;
        }

        static Outcome read(Path file) {
            return JsonMapper.shared().readValue(file.toFile(), Outcome.class);
        }
    }

    private static final int PAPERS_EACH = 5;
    private static final int WARM_UP = 4;
    private static final Duration BOARDS_LOOK = Duration.ofMillis(100);
    private static final Duration BOARDS_LIMIT = Duration.ofMinutes(5);
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final int FIRST_PERSON = 1_000_000;

    private final boolean grades = Settings.isOn("grading");
    private final int concurrency = Settings.number("concurrency");
    private final AtomicInteger nextPerson = new AtomicInteger(FIRST_PERSON);
    private final AtomicInteger acceptedInAll = new AtomicInteger(Settings.number("counted"));
    private final AtomicLong counted = new AtomicLong();
    private final Page page = new Page(new Timings());
    private final List<Result> results = new ArrayList<>();

    public Rounds() {
        int sheets = Settings.number("sheets");
        List<PopulationBuilder> parts = new ArrayList<>();
        for (int number = 0; number <= Settings.number("rounds"); number++) {
            var round = new Round(number, number == 0 ? sheets / WARM_UP : sheets);
            parts.add(scenario("papers " + number).exec(takePapers(round)).injectOpen(atOnceUsers(concurrency)));
            for (Design design : Design.values()) {
                parts.add(scenario(design + " " + number)
                        .exec(handIn(round, design))
                        .injectOpen(atOnceUsers(concurrency)));
            }
            parts.add(scenario("boards " + number).exec(awaitBoards(round)).injectOpen(atOnceUsers(1)));
        }
        PopulationBuilder chain = parts.removeLast();
        while (!parts.isEmpty()) {
            chain = parts.removeLast().andThen(chain);
        }
        setUp(chain).protocols(Page.phone()).maxDuration(LIMIT);
    }

    /** @param session what a sender has to know to hand it in */
    private record Sheet(Map<String, Object> session) {}

    /** One round's sheets, and what became of them. */
    private static final class Round {

        private final int number;
        private final AtomicInteger people;
        private final List<Sheet> sheets = Collections.synchronizedList(new ArrayList<>());
        private final Map<Design, Measure> measures = new EnumMap<>(Design.class);

        private Round(int number, int sheets) {
            this.number = number;
            this.people = new AtomicInteger(sheets / PAPERS_EACH);
            for (Design design : Design.values()) {
                measures.put(design, new Measure());
            }
        }

        private Measure of(Design design) {
            return Objects.requireNonNull(measures.get(design));
        }
    }

    private static final class Measure {

        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger accepted = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicLong begin = new AtomicLong();
        private final AtomicLong end = new AtomicLong();
    }

    private ChainBuilder takePapers(Round round) {
        return asLongAs(session -> round.people.getAndDecrement() > 0)
                .on(feed(Stream.generate(() -> Page.person(nextPerson.getAndIncrement()))
                                .iterator())
                        .exec(page.campaign())
                        .exec(page.join())
                        .exec(repeat(PAPERS_EACH, "papers")
                                .on(exec(session -> session.set("attempt", session.getInt("papers") + 1))
                                        .exec(page.paper("#{attempt}"))
                                        .exec(session -> keep(round, session)))));
    }

    private static Session keep(Round round, Session session) {
        round.sheets.add(new Sheet(Stream.of(
                        "activityId", "token", "attemptId", "sheet", "province", "library", "ageBand")
                .collect(Collectors.toMap(name -> name, name -> Objects.requireNonNull(session.getString(name))))));
        return session;
    }

    private ChainBuilder handIn(Round round, Design design) {
        Measure measure = round.of(design);
        return exec(session -> take(round, measure, session))
                .exec(asLongAs(session -> session.getBoolean("more"))
                        .on(exec(request(design)).exec(session -> {
                            measure.end.accumulateAndGet(System.nanoTime(), Math::max);
                            (session.isFailed() ? measure.failed : measure.accepted).incrementAndGet();
                            return take(round, measure, session.markAsSucceeded());
                        })));
    }

    private static Session take(Round round, Measure measure, Session session) {
        int next = measure.next.getAndIncrement();
        if (next >= round.sheets.size()) {
            return session.set("more", false);
        }
        measure.begin.compareAndSet(0, System.nanoTime());
        return session.setAll(round.sheets.get(next).session()).set("more", true);
    }

    private static HttpRequestActionBuilder request(Design design) {
        String name = design.toString();
        HttpRequestActionBuilder request = switch (design) {
            case NETTY_ECHO -> http(name).post(Settings.text("netty"));
            case WEBFLUX_ECHO -> http(name).post(Settings.text("webflux") + "/echo");
            case CONVENTIONAL ->
                http(name)
                        .post(
                                Settings.text("webflux")
                                        + "/answer-sheets/#{attemptId}?province=#{province}&library=#{library}&ageBand=#{ageBand}");
            case SHUXIANG ->
                http(name)
                        .post(Settings.text("address") + "/api/quiz/activities/#{activityId}/answer-sheets")
                        .header("Authorization", "Bearer #{token}");
        };
        boolean isEcho = design == Design.NETTY_ECHO || design == Design.WEBFLUX_ECHO;
        return request.body(StringBody("#{sheet}")).check(status().is(isEcho ? 200 : 202));
    }

    private ChainBuilder awaitBoards(Round round) {
        return exec(session -> {
                    acceptedInAll.addAndGet(round.of(Design.SHUXIANG).accepted.get());
                    return session.set("complete", false);
                })
                .exec(asLongAsDuring(session -> !session.getBoolean("complete"), BOARDS_LIMIT)
                        .on(exec(http("boards")
                                        .get(Settings.text("address") + Settings.text("figures"))
                                        .header("Authorization", "Bearer " + Settings.text("token"))
                                        .check(bodyString().saveAs("figures")))
                                .exec(session -> {
                                    counted.set(counted(session));
                                    return session.set("complete", !grades || counted.get() >= acceptedInAll.get());
                                })
                                .doIf(session -> !session.getBoolean("complete"))
                                .then(pause(BOARDS_LOOK))))
                .exec(session -> finish(round, session));
    }

    private static long counted(Session session) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(session.getString("figures")))
                .path("rows")
                .path(0)
                .path("figures")
                .path("attempts")
                .asLong(0);
    }

    private Session finish(Round round, Session session) {
        double boards =
                grades ? (System.nanoTime() - round.of(Design.SHUXIANG).begin.get()) / 1e9 : 0;
        for (Design design : Design.values()) {
            Measure measure = round.of(design);
            results.add(new Result(
                    round.number,
                    design,
                    measure.accepted.get(),
                    measure.failed.get(),
                    (measure.end.get() - measure.begin.get()) / 1e9,
                    design == Design.SHUXIANG ? boards : 0));
        }
        return session;
    }

    @Override
    public void after() {
        try {
            Files.write(
                    Settings.file("outcome"),
                    JsonMapper.shared().writeValueAsBytes(new Outcome(results, acceptedInAll.get(), counted.get())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
