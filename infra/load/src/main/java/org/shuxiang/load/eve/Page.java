package org.shuxiang.load.eve;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.flushCookieJar;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shuxiang.load.Places;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the page does for a reader, step by step, in Gatling's words. */
final class Page {

    static final String CAMPAIGN = "campaign";
    static final String JOIN = "join";
    static final String PAPER = "paper";
    static final String SHEET = "sheet";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Places PLACES = Places.ofTheDemo();
    private static final List<String> AGES = List.of("FROM_7_TO_13", "FROM_14_TO_17", "FROM_18_TO_34", "FROM_35_TO_59");
    private static final long SEED = 20260216;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int UNAVAILABLE = 503;

    private final Timings timings;

    Page(Timings timings) {
        this.timings = timings;
    }

    /** A phone with WeChat, whose connections are its own. */
    static HttpProtocolBuilder phone() {
        return http.disableWarmUp()
                .disableCaching()
                .contentTypeHeader("application/json")
                .acceptHeader("application/json")
                .userAgentHeader("Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.50");
    }

    /** The n-th person: the same in each run. */
    static Map<String, Object> person(int number) {
        var random = new SplittableRandom(SEED * 31 + number);
        var place = PLACES.at(random.nextDouble());
        var person = new LinkedHashMap<String, Object>();
        person.put("number", number);
        person.put("province", place.province());
        person.put("city", Objects.requireNonNullElse(place.city(), ""));
        person.put("library", place.library());
        person.put("ageBand", AGES.get(random.nextInt(AGES.size())));
        return person;
    }

    ChainBuilder campaign() {
        return step(
                CAMPAIGN,
                http(CAMPAIGN).get(url("/api/campaign/campaigns/current")),
                OK,
                (session, answer) -> session.set("campaignId", answer.path("id").asString())
                        .set(
                                "activityId",
                                answer.path("activities").get(0).path("id").asString()));
    }

    /** Only what the page waits for: nothing is taken from it. */
    ChainBuilder get(String step, String path) {
        return step(step, http(step).get(url(path)), OK, (session, answer) -> session);
    }

    ChainBuilder join() {
        return step(
                        JOIN,
                        http(JOIN).post(url("/api/campaign/participants")).body(StringBody(Page::joining)),
                        ACCEPTED,
                        (session, answer) ->
                                session.set("token", answer.path("token").asString()))
                .exec(flushCookieJar()); // the token goes in a header, and needs no protection against forgery
    }

    /** @param number of the attempt, in the session's words */
    ChainBuilder paper(String number) {
        return step(
                PAPER,
                http(PAPER)
                        .post(url("/api/quiz/activities/#{activityId}/papers"))
                        .header("Authorization", "Bearer #{token}")
                        .body(StringBody("{\"number\":" + number + "}")),
                OK,
                (session, answer) -> session.set(
                                "attemptId", answer.path("attemptId").asString())
                        .set("sheet", JSON.writeValueAsString(sheet(answer, session.getInt("number")))));
    }

    ChainBuilder handIn(Function<Session, Session> accepted) {
        return step(
                SHEET,
                http(SHEET)
                        .post(url("/api/quiz/activities/#{activityId}/answer-sheets"))
                        .header("Authorization", "Bearer #{token}")
                        .body(StringBody("#{sheet}")),
                ACCEPTED,
                (session, answer) -> accepted.apply(session));
    }

    private static String url(String path) {
        return Settings.text("address") + path;
    }

    private static String joining(Session session) {
        var body = new LinkedHashMap<String, Object>();
        body.put("campaignId", session.getString("campaignId"));
        body.put("nickname", "书友" + session.getInt("number"));
        body.put("province", session.getString("province"));
        if (!Objects.equals(session.getString("city"), "")) {
            body.put("city", session.getString("city"));
        }
        body.put("library", session.getString("library"));
        body.put("ageBand", session.getString("ageBand"));
        body.put("guardianConsent", Map.of("display", true));
        return JSON.writeValueAsString(body);
    }

    /** An answer to each question, right or wrong as it comes. */
    static Map<String, Object> sheet(JsonNode paper, int number) {
        var random = new SplittableRandom(SEED * 37 + number);
        List<Map<String, Object>> answers = new ArrayList<>();
        for (JsonNode question : paper.path("questions")) {
            int options = question.path("options").size();
            int first = random.nextInt(options);
            List<String> choice = new ArrayList<>();
            for (int i = 0; i < question.path("blanks").asInt(1); i++) {
                choice.add(question.path("options")
                        .get((first + i) % options)
                        .path("key")
                        .asString());
            }
            answers.add(Map.of("position", question.path("position").asInt(), "choice", choice));
        }
        var sheet = new LinkedHashMap<String, Object>();
        sheet.put("paperToken", paper.path("paperToken").asString());
        sheet.put("answers", answers);
        sheet.put("resourcesOpened", List.of());
        return sheet;
    }

    /** What an answer changes in the session. */
    private interface Learning {

        Session from(Session session, JsonNode answer);
    }

    /**
     * Sends a request, and after a 503 the same again when its Retry-After is over, with the receipt if it gave one, as
     * the page does. The time counts from the first try.
     */
    private ChainBuilder step(String name, HttpRequestActionBuilder request, int wanted, Learning learning) {
        HttpRequestActionBuilder checked = request.check(
                status().in(wanted, UNAVAILABLE).saveAs("status"),
                bodyString().saveAs("answer"),
                header("Retry-After").optional().saveAs("retryAfter"));
        return exec(session -> session.set("begin", System.nanoTime()).set("waiting", true))
                .exec(CoreDsl.asLongAs(session -> session.getBoolean("waiting"))
                        .on(exec(checked)
                                .exec(session -> answered(name, wanted, learning, session))
                                .doIf(session -> session.getBoolean("waiting"))
                                .then(pause(Page::retryAfter))))
                .exitHereIfFailed();
    }

    private Session answered(String name, int wanted, Learning learning, Session session) {
        if (session.isFailed()) {
            timings.failed(name);
            return session.set("waiting", false);
        }
        JsonNode answer = JSON.readTree(Objects.requireNonNull(session.getString("answer")));
        if (session.getInt("status") == wanted) {
            timings.took(name, System.nanoTime() - session.getLong("begin"));
            return learning.from(session, answer).set("waiting", false);
        }
        timings.retried(name);
        String receipt = answer.path("receipt").asString("");
        return receipt.isEmpty() ? session : session.set("sheet", withReceipt(session, receipt));
    }

    private static String withReceipt(Session session, String receipt) {
        var sheet = (ObjectNode) JSON.readTree(Objects.requireNonNull(session.getString("sheet")));
        return JSON.writeValueAsString(sheet.put("receipt", receipt));
    }

    private static Duration retryAfter(Session session) {
        @Nullable String seconds = session.getString("retryAfter");
        return Duration.ofSeconds(seconds == null ? 1 : Long.parseLong(seconds));
    }
}
