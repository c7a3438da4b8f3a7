package org.shuxiang.campaign.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.shuxiang.campaign.freeze.Freezes;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsFrozen;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsThawed;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;
import reactor.core.publisher.BaseSubscriber;

class LiveBoardsTest {

    private static final String CAMPAIGN = "chunjie-2027";
    private static final Instant EVENING = Instant.parse("2027-02-05T12:00:00Z");
    private static final BoardKey PROVINCES = new BoardKey(CAMPAIGN, null, Dimension.PROVINCE, null, null);

    private final Freezes freezes = new Freezes();
    private final LiveBoards boards = new LiveBoards(freezes, Clock.fixed(EVENING, ZoneOffset.UTC));

    @Test
    void givesASnapshotAndThenOnlyWhatChanged() {
        provinces(0, Map.of("110000", 1L, "440000", 2L));
        boards.tick();
        List<byte[]> heard = listen(null, true);
        provinces(1, Map.of("110000", 1L, "440000", 3L));
        boards.tick();
        boards.tick();

        assertThat(texts(heard)).containsExactly("""
                        event: snapshot
                        id: 1
                        data: {"frozenSince":null,"boards":[{"dimension":"PROVINCE","asOf":"2027-02-05T12:00:00Z",\
                        "rows":[{"key":"110000","figures":{"participants":1}},{"key":"440000","figures":{"participants":2}}]}]}

                        """, """
                        event: change
                        id: 2
                        data: {"frozenSince":null,"boards":[{"dimension":"PROVINCE","asOf":"2027-02-05T12:00:00Z",\
                        "rows":[{"key":"440000","figures":{"participants":3}}]}]}

                        """);
    }

    @Test
    void sharesTheBytesAmongAllListeners() {
        List<byte[]> one = listen(null, true);
        List<byte[]> other = listen(null, true);
        provinces(0, Map.of("110000", 1L));
        boards.tick();

        assertThat(one.getLast()).isSameAs(other.getLast());
    }

    @Test
    void bringsWhatWasMissedToWhoComesBack() {
        provinces(0, Map.of("110000", 1L, "440000", 2L, "500000", 3L));
        provinces(1, Map.of("110000", 5L, "440000", 2L));
        provinces(2, Map.of("110000", 5L, "440000", 2L, "330000", 1L));

        assertThat(text(listen(2L, true).getFirst()))
                .contains("event: change", "id: 3", "330000")
                .doesNotContain("110000", "440000", "500000");
        assertThat(text(listen(1L, true).getFirst()))
                .contains("event: change", "330000", "110000", "{\"key\":\"500000\",\"gone\":true}")
                .doesNotContain("440000");
        assertThat(text(listen(3L, true).getFirst())).contains("event: change", "\"boards\":[]");
        assertThat(text(listen(99L, true).getFirst()))
                .as("another log's number")
                .contains("event: snapshot", "440000")
                .doesNotContain("500000");
    }

    @Test
    void tellsTheSameAfterARestartThatKnowsOnlyTheNewestRecord() {
        provinces(7, Map.of("110000", 5L, "440000", 2L));

        assertThat(text(listen(3L, true).getFirst())).contains("event: change", "id: 8", "110000", "440000");
    }

    @Test
    void passesOverWhoCannotKeepUpAndGivesThemTheNewestLater() {
        var ready = new AtomicBoolean(true);
        List<byte[]> slow = listen(null, ready);
        List<byte[]> quick = listen(null, true);
        ready.set(false);
        for (int i = 1; i <= 50; i++) {
            provinces(i, Map.of("110000", (long) i));
            boards.tick();
        }
        assertThat(quick).hasSize(51);
        assertThat(slow).hasSize(1);

        ready.set(true);
        boards.tick();
        assertThat(slow).hasSize(2);
        assertThat(text(slow.getLast())).contains("event: snapshot", "id: 51", "{\"participants\":50}");
        boards.tick();
        assertThat(slow).hasSize(2);
    }

    @Test
    void keepsNothingForWhoAsksForNothing() {
        var heard = new ArrayList<byte[]>();
        var listener = new BaseSubscriber<byte[]>() {

            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(1);
            }

            @Override
            protected void hookOnNext(byte[] event) {
                heard.add(event);
            }
        };
        boards.listen(CAMPAIGN, null, () -> true).subscribe(listener);
        for (int i = 1; i <= 50; i++) {
            provinces(i, Map.of("110000", (long) i));
            boards.tick();
        }

        listener.request(100);
        boards.tick();
        assertThat(heard).hasSize(2);
        assertThat(text(heard.getLast())).contains("event: snapshot", "{\"participants\":50}");
    }

    @Test
    void tellsOfAFreezeAndOfItsEnd() {
        List<byte[]> heard = listen(null, true);
        freezes.apply(CAMPAIGN, new BoardsFrozen("f", EVENING, CAMPAIGN, EVENING));
        boards.tick();
        boards.tick();
        freezes.apply(CAMPAIGN, new BoardsThawed("t", EVENING, CAMPAIGN));
        boards.tick();

        assertThat(texts(heard))
                .hasSize(3)
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"frozenSince\":null"),
                        frozen -> assertThat(frozen).contains("\"frozenSince\":\"2027-02-05T12:00:00Z\""),
                        thawed -> assertThat(thawed).contains("\"frozenSince\":null"));
    }

    @Test
    void keepsQuietConnectionsOpen() {
        List<byte[]> heard = listen(null, true);
        boards.heartbeat();

        assertThat(text(heard.getLast())).isEqualTo(":\n\n");
    }

    @Test
    void forgetsWhoHasGone() {
        var subscription = boards.listen(CAMPAIGN, null, () -> true).subscribe();
        assertThat(boards.listeners()).isEqualTo(1);
        subscription.dispose();
        assertThat(boards.listeners()).isZero();
    }

    private List<byte[]> listen(@Nullable Long lastEventId, boolean ready) {
        return listen(lastEventId, new AtomicBoolean(ready));
    }

    private List<byte[]> listen(@Nullable Long lastEventId, AtomicBoolean ready) {
        var heard = new ArrayList<byte[]>();
        boards.listen(CAMPAIGN, lastEventId, ready::get).subscribe(heard::add);
        return heard;
    }

    private void provinces(long offset, Map<String, Long> participants) {
        List<Board.Row> rows = participants.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Board.Row(entry.getKey(), Map.of("participants", entry.getValue()), null, null))
                .toList();
        boards.apply(new Board(CAMPAIGN, null, PROVINCES.dimension(), null, null, EVENING, null, rows), offset);
    }

    private static List<String> texts(List<byte[]> events) {
        return events.stream().map(LiveBoardsTest::text).toList();
    }

    private static String text(byte[] event) {
        return new String(event, StandardCharsets.UTF_8);
    }
}
