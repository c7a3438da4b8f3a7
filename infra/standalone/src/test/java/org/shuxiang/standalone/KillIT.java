package org.shuxiang.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuxiang.standalone.Api.Open;
import org.shuxiang.standalone.Api.Reader;
import tools.jackson.databind.JsonNode;

/**
 * The power goes while answer sheets come in, more than once: whatever was acknowledged is graded, exactly once. The
 * pages' part, sending again what was not acknowledged, is played by the test.
 */
class KillIT {

    private static final int SHEETS = 500;
    /** Acknowledged sheets in all at which the program is killed: early, in the middle, near the end. */
    private static final List<Integer> KILLS = List.of(40, 230, 430);

    private static final int TABS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void gradesEverySheetOnceThatWasAcknowledged() throws Exception {
        Queue<Reader> waiting = new ConcurrentLinkedQueue<>();
        Set<Reader> acknowledged = ConcurrentHashMap.newKeySet();
        var open = new Open("", "");
        for (int kill : KILLS) {
            try (var program = start()) {
                program.awaitHealth();
                var api = new Api(program);
                if (waiting.isEmpty()) {
                    open = api.open();
                    waiting.addAll(readersWithPapers(api, open));
                }
                int unacknowledged = SHEETS - acknowledged.size();
                handIn(program, open, waiting, acknowledged, kill);
                assertThat(acknowledged.size()).isGreaterThanOrEqualTo(kill);
                assertThat(waiting).hasSizeLessThan(unacknowledged).isNotEmpty();
            }
        }
        try (var program = start()) {
            program.awaitHealth();
            handIn(program, open, waiting, acknowledged, Integer.MAX_VALUE);
            assertThat(acknowledged).hasSize(SHEETS);
            var api = new Api(program);
            for (Reader reader : acknowledged) {
                Awaitility.await()
                        .pollDelay(Duration.ZERO)
                        .atMost(PATIENCE)
                        .until(() ->
                                !api.attempt(reader).path("state").asString().equals("RECEIVED"));
                JsonNode mine = api.attempts(open, reader);
                assertThat(mine.path("attempts")).hasSize(1);
                assertThat(mine.path("attempts").get(0).path("state").asString())
                        .isEqualTo("GRADED");
                assertThat(mine.path("attemptsToday").asInt()).isEqualTo(1);
            }
            program.terminate();
        }
    }

    private Running start() throws IOException {
        return Running.start(
                Standalone.class,
                "-Xmx700m",
                folder,
                Map.of("SHUXIANG_PROOF_OF_WORK", "off", "SHUXIANG_ADMIN_PASSWORD", "nian-nian-you-yu"));
    }

    private static List<Reader> readersWithPapers(Api api, Open open) throws Exception {
        List<Callable<Reader>> joining = IntStream.range(0, SHEETS)
                .<Callable<Reader>>mapToObj(i -> () -> api.readerWithPaper(open, "书友" + i))
                .toList();
        var readers = new ArrayList<Reader>();
        try (var tabs = Executors.newFixedThreadPool(TABS)) {
            for (Future<Reader> reader : tabs.invokeAll(joining)) {
                readers.add(reader.get());
            }
        }
        return readers;
    }

    /** Hands in what waits, from several tabs at once, until so many were acknowledged; then the program is killed. */
    private static void handIn(
            Running program, Open open, Queue<Reader> waiting, Set<Reader> acknowledged, int killAt) {
        var api = new Api(program);
        var killed = new AtomicBoolean();
        try (var tabs = Executors.newFixedThreadPool(TABS)) {
            for (int tab = 0; tab < TABS; tab++) {
                tabs.execute(() -> {
                    for (Reader reader = waiting.poll(); reader != null; reader = waiting.poll()) {
                        if (isAcknowledged(api, open, reader)) {
                            acknowledged.add(reader);
                        } else {
                            waiting.add(reader);
                        }
                        if (acknowledged.size() >= killAt && killed.compareAndSet(false, true)) {
                            program.process.destroyForcibly();
                        }
                        if (!program.process.isAlive()) {
                            break;
                        }
                    }
                });
            }
        }
    }

    private static boolean isAcknowledged(Api api, Open open, Reader reader) {
        try {
            return api.handIn(open, reader, null).statusCode() == 202;
        } catch (IOException e) {
            return false; // killed before it could answer: the page would send it again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
