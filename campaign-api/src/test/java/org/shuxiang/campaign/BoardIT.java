package org.shuxiang.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.testsupport.Records.hasKey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.FreezeEvent;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsFrozen;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsThawed;
import org.shuxiang.contracts.stats.BoardEvent;
import org.shuxiang.contracts.stats.BoardEvent.BoardUpdated;
import org.shuxiang.contracts.stats.BoardEvent.Ranked;
import org.shuxiang.contracts.stats.BoardEvent.RankingUpdated;
import org.shuxiang.contracts.stats.BoardEvent.Row;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Coverage;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.contracts.stats.PublicBoardEvent;
import org.shuxiang.contracts.stats.PublicBoardEvent.BoardPublished;
import org.shuxiang.contracts.stats.PublicBoardEvent.PublicRow;
import org.shuxiang.contracts.stats.PublicBoardEvent.RankingPublished;
import org.shuxiang.contracts.stats.StatsTopics;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.platform.table.Table;
import org.shuxiang.platform.table.Tables;
import org.shuxiang.testsupport.EventProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Boards, from the topics to whoever looks. */
@CampaignIT
class BoardIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant EVENING = Instant.parse("2027-02-05T12:00:00Z");
    private static final String QUIZ = "board-it";

    @Autowired
    private WebTestClient client;

    @Autowired
    private EventLog log;

    @Autowired
    private Callers callers;

    @LocalServerPort
    private int port;

    private Joiner joiner;
    private String campaign;

    @BeforeEach
    void find() {
        joiner = new Joiner(client);
        campaign = joiner.campaignId();
    }

    @AfterEach
    void thaw() {
        freeze(client.delete(), callers.organiser()).expectStatus().isOk();
    }

    @Test
    void showsEverybodyThePublicBoardAndOrganisersTheBoardAsItIs() {
        BoardKey key = key(null, Dimension.CITY, "440000");
        live(key, new Row("440300", Map.of("participants", 3L), List.of(new Coverage("t", 1, 2, 9, 3))));
        published(key, new PublicRow("440300", Map.of(), List.of("participants")));

        JsonNode open = await("/boards/city?place=440000", null, "440300");
        assertThat(open.get("rows").get(0).get("hidden").get(0).asString()).isEqualTo("participants");
        assertThat(open.get("rows").get(0).has("covers")).isFalse();
        assertThat(open.get("asOf").asString()).isEqualTo("2027-02-05T12:00:00Z");
        JsonNode exact = await("/figures/city?place=440000", callers.organiser(), "440300");
        assertThat(exact.get("rows").get(0).get("figures").get("participants").asLong())
                .isEqualTo(3);
        assertThat(exact.get("rows").get(0).get("covers").get(0).get("last").asLong())
                .isEqualTo(9);
    }

    @Test
    void showsLibraryStaffTheirSubtreeAndAsThePublicSeesIt() {
        BoardKey libraries = key(null, Dimension.LIBRARY, null);
        BoardKey days = key(null, Dimension.DAY, "C-440300");
        live(libraries, new Row("C-440300", Map.of("participants", 99L), List.of()));
        published(
                libraries,
                new PublicRow("P-110000", Map.of("participants", 30L), List.of()),
                new PublicRow("C-440300", Map.of("participants", 12L), List.of()));
        published(days, new PublicRow("2027-02-05", Map.of("participants", 12L), List.of()));

        String staff = callers.libraryOrganiser("P-440000");
        JsonNode own = await("/figures/library", staff, "C-440300");
        assertThat(own.get("rows")).hasSize(1);
        assertThat(own.get("rows").get(0).get("figures").get("participants").asLong())
                .isEqualTo(12);
        assertThat(await("/figures/day?place=C-440300", staff, "2027-02-05").get("rows"))
                .hasSize(1);
        for (String other :
                List.of("/figures/day?place=P-110000", "/figures/day", "/figures/province", "/figures/whole")) {
            get(other, staff).expectStatus().isForbidden();
        }
    }

    @Test
    void saysSoWhenNothingIsCountedOrThereIsNoSuchBoard() {
        assertThat(json("/boards/county?place=650100", null).get("rows")).isEmpty();
        get("/boards/planet", null).expectStatus().isNotFound();
        get("/boards/ranking", null).expectStatus().isNotFound();
        get("/boards/city?place=a,b", null).expectStatus().isBadRequest();
        get("/rankings/" + QUIZ + "/rank?percent=101&seconds=1", null)
                .expectStatus()
                .isBadRequest();
        get("/rankings/" + QUIZ + "/rank?percent=100", null).expectStatus().isBadRequest();
        client.get()
                .uri("/api/campaign/campaigns/nowhere/boards/whole")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void namesInTheRankingWhoMayBeNamed() {
        String grown =
                joiner.joined(joiner.request("榜上有名")).get("participantId").asString();
        String child = joinedChild("小小书虫", false);
        String shown = joinedChild("大大书虫", true);
        JsonNode leaving = joiner.joined(joiner.request("悄悄离开"));
        client.delete()
                .uri("/api/campaign/participants/me")
                .headers(headers -> headers.setBearerAuth(leaving.get("token").asString()))
                .exchange()
                .expectStatus()
                .isAccepted();
        BoardKey key = key(QUIZ, Dimension.RANKING, null);
        List<Ranked> rows = List.of(
                ranked(1, grown),
                ranked(2, child),
                ranked(3, shown),
                ranked(4, leaving.get("participantId").asString()));
        log.append(StatsTopics.PUBLIC_BOARDS, key.text(), (PublicBoardEvent)
                        new RankingPublished("r", EVENING, campaign, key, rows))
                .block(SOON);
        log.append(StatsTopics.BOARDS, key.text(), (BoardEvent)
                        new RankingUpdated("r", EVENING, campaign, key, rows, List.of()))
                .block(SOON);

        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            JsonNode ranking = json("/rankings/" + QUIZ, null);
            assertThat(ranking.get("rows")
                            .valueStream()
                            .map(row -> row.path("name").asString("-")))
                    .containsExactly("榜上有名", "-", "大大书虫", "-");
            assertThat(ranking.toString()).doesNotContain(grown);
            assertThat(json("/rankings/" + QUIZ + "/live", callers.organiser()).get("rows"))
                    .hasSize(4);
        });
    }

    @Test
    void tellsEverybodysRankFromTwoSmallBoards() {
        published(
                key(QUIZ, Dimension.BEST_SCORE, null),
                new PublicRow("100", Map.of("players", 7L), List.of()),
                new PublicRow("90", Map.of("players", 5L), List.of()),
                new PublicRow("10", Map.of("players", 2L), List.of()));
        published(
                new BoardKey(campaign, QUIZ, Dimension.BEST_SECONDS, null, "90"),
                new PublicRow("60", Map.of("players", 2L), List.of()),
                new PublicRow("83", Map.of("players", 3L), List.of()));

        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            JsonNode rank = json("/rankings/" + QUIZ + "/rank?percent=90&seconds=83", null);
            assertThat(rank.get("rank").asLong()).isEqualTo(10);
            assertThat(rank.get("of").asLong()).isEqualTo(14);
        });
    }

    @Test
    void streamsASnapshotThenChangesAndBringsWhatWasMissed() throws Exception {
        log.append(StatsTopics.PUBLIC_BOARDS.name(), "the key of no board", new byte[] {'?'})
                .block(SOON);
        BoardKey key = key("sse-it", Dimension.PROVINCE, null);
        var first = new PublicRow("110000", Map.of("players", 1L), List.of());
        published(key, first);
        await("/boards/province?activity=sse-it", null, "110000");

        String id;
        try (var stream = Stream.open(port, "/api/campaign/campaigns/" + campaign + "/boards/live", null)) {
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            Map<String, String> snapshot = stream.next();
            assertThat(snapshot).containsEntry("event", "snapshot");
            assertThat(snapshot.get("data")).contains("sse-it", "110000");
            published(key, first, new PublicRow("440000", Map.of("players", 2L), List.of()));
            // what the snapshot had may come once more with the first change
            nextWith(stream, "440000");
            published(key, first, new PublicRow("440000", Map.of("players", 3L, "scores90", 3L), List.of()));
            Map<String, String> change = nextWith(stream, "\"players\":3");
            assertThat(change).containsEntry("event", "change");
            assertThat(change.get("data")).contains("440000").doesNotContain("110000", "scores90");
            id = Objects.requireNonNull(change.get("id"));
        }
        published(
                key,
                new PublicRow("440000", Map.of("players", 3L, "scores90", 3L), List.of()),
                new PublicRow("110000", Map.of("players", 5L), List.of()));
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            try (var stream = Stream.open(port, "/api/campaign/campaigns/" + campaign + "/boards/live", id)) {
                Map<String, String> missed = stream.next();
                assertThat(missed).containsEntry("event", "change");
                assertThat(missed.get("data"))
                        .contains("110000", "\"players\":5")
                        .doesNotContain("440000");
            }
        });
    }

    @Test
    void freezesAndThaws() {
        String organiser = callers.organiser();
        try (var freezes = EventProbe.fromBeginning(CampaignTopics.FREEZES.name())) {
            freeze(client.put(), "{\"from\":null}", organiser)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.state")
                    .isEqualTo("FROZEN");
            var frozen = EventJson.read(
                    freezes.await(
                                    hasKey(campaign)
                                            .and(record -> text(record.value()).contains("Frozen")),
                                    SOON)
                            .value(),
                    FreezeEvent.class);
            assertThat(frozen).isInstanceOf(BoardsFrozen.class);
            freeze(client.put(), "{}", organiser).expectStatus().isEqualTo(409);
            get("/freeze", callers.libraryOrganiser("P-440000"))
                    .expectBody()
                    .jsonPath("$.state")
                    .isEqualTo("FROZEN");
            assertThat(json("/boards/whole", null).get("frozenSince").asString())
                    .isNotEmpty();
            freeze(client.delete(), organiser).expectBody().jsonPath("$.state").isEqualTo("NONE");
            freezes.await(
                    hasKey(campaign)
                            .and(record -> EventJson.read(record.value(), FreezeEvent.class) instanceof BoardsThawed),
                    SOON);
        }
        freeze(client.put(), "{\"from\":\"2020-01-01T00:00:00Z\"}", organiser)
                .expectStatus()
                .isBadRequest();
        freeze(client.put(), "{\"from\":\"2099-01-01T00:00:00Z\"}", organiser)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PLANNED");
        assertThat(json("/boards/whole", null).has("frozenSince")).isFalse();
    }

    @Test
    void exportsEveryFigure() {
        live(
                key("export-it", Dimension.LIBRARY, null),
                new Row("C-440300", Map.of("attempts", 4L, "points", 330L, "players", 3L), List.of()));
        await("/figures/library?activity=export-it", callers.organiser(), "C-440300");

        byte[] file = bytes("/figures/export?format=csv", callers.organiser());
        Table table = Tables.read(file);
        Table.Row row = table.rows().stream()
                .filter(one -> one.get("活动").equals("export-it"))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("名称")).isEqualTo("深圳图书馆");
        assertThat(row.get("作答")).isEqualTo("4");
        assertThat(row.get("平均分")).isEqualTo("82.5");
        assertThat(bytes("/figures/export", callers.organiser())).startsWith('P', 'K');
        assertThat(text(bytes("/figures/export?format=csv", callers.libraryOrganiser("C-440300"))))
                .doesNotContain("export-it");
    }

    @Test
    void tellsWhatRunsThroughTheLog() {
        JsonNode traffic = joinerGet("/api/campaign/streams", callers.organiser());
        assertThat(traffic.get("topics")
                        .valueStream()
                        .map(topic -> topic.get("topic").asString()))
                .contains(CampaignTopics.PARTICIPATIONS.name());
        assertThat(traffic.get("groups")
                        .valueStream()
                        .map(group -> group.get("group").asString()))
                .contains("campaign-api.public-boards");
        assertThat(traffic.get("errors").get("deadLetters").asLong()).isGreaterThanOrEqualTo(0);
    }

    private static Map<String, String> nextWith(Stream stream, String words) throws IOException {
        Map<String, String> event = stream.next();
        while (!event.getOrDefault("data", "").contains(words)) {
            event = stream.next();
        }
        return event;
    }

    private BoardKey key(@Nullable String activity, Dimension dimension, @Nullable String place) {
        return new BoardKey(campaign, activity, dimension, place, null);
    }

    private void live(BoardKey key, Row... rows) {
        BoardEvent event = new BoardUpdated(key.text(), EVENING, campaign, key, List.of(rows));
        log.append(StatsTopics.BOARDS, key.text(), event).block(SOON);
    }

    private void published(BoardKey key, PublicRow... rows) {
        PublicBoardEvent event = new BoardPublished(key.text(), EVENING, campaign, key, List.of(rows));
        log.append(StatsTopics.PUBLIC_BOARDS, key.text(), event).block(SOON);
    }

    private static Ranked ranked(int rank, String participant) {
        return new Ranked(rank, participant, "440000", null, AgeBand.FROM_60, 90, 100, 80 + rank, EVENING);
    }

    private String joinedChild(String nickname, boolean display) {
        Map<String, Object> request = joiner.request(nickname);
        request.put("ageBand", "FROM_7_TO_13");
        request.put("guardianConsent", Map.of("display", display, "judging", true, "archiving", true));
        return joiner.joined(request).get("participantId").asString();
    }

    private JsonNode await(String path, @Nullable String token, String row) {
        return Awaitility.await()
                .atMost(SOON)
                .ignoreExceptions()
                .until(
                        () -> json(path, token),
                        board -> board.get("rows")
                                .valueStream()
                                .anyMatch(one -> one.get("key").asString().equals(row)));
    }

    private JsonNode json(String path, @Nullable String token) {
        return joinerGet("/api/campaign/campaigns/" + campaign + path, token);
    }

    private JsonNode joinerGet(String path, @Nullable String token) {
        return JsonMapper.shared().readTree(body(request(path, token)));
    }

    private byte[] bytes(String path, String token) {
        return body(request("/api/campaign/campaigns/" + campaign + path, token));
    }

    private static byte[] body(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectStatus().isOk().expectBody().returnResult().getResponseBodyContent());
    }

    private WebTestClient.ResponseSpec get(String path, @Nullable String token) {
        return request("/api/campaign/campaigns/" + campaign + path, token);
    }

    private WebTestClient.ResponseSpec request(String path, @Nullable String token) {
        return client.get()
                .uri(path)
                .headers(headers -> {
                    if (token != null) {
                        headers.setBearerAuth(token);
                    }
                })
                .exchange();
    }

    private WebTestClient.ResponseSpec freeze(WebTestClient.RequestBodyUriSpec request, String body, String token) {
        return request.uri("/api/campaign/campaigns/" + campaign + "/freeze")
                .headers(headers -> headers.setBearerAuth(token))
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec freeze(WebTestClient.RequestHeadersUriSpec<?> request, String token) {
        return request.uri("/api/campaign/campaigns/" + campaign + "/freeze")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Server-sent events as a browser reads them. */
    private static final class Stream implements AutoCloseable {

        private final HttpResponse<InputStream> response;
        private final BufferedReader lines;

        private Stream(HttpResponse<InputStream> response) {
            this.response = response;
            this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        static Stream open(int port, String path, @Nullable String lastEventId) throws Exception {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            return new Stream(
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The fields of the next event; comments are passed over. */
        Map<String, String> next() throws IOException {
            var fields = new HashMap<String, String>();
            while (true) {
                String line = Objects.requireNonNull(lines.readLine(), "the stream has ended");
                if (line.isEmpty() && !fields.isEmpty()) {
                    return fields;
                }
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    fields.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
