package org.shuxiang.load.eve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What finds a sheet that is lost, and one that counts twice. */
class AcceptedTest {

    private final Accepted accepted = new Accepted();

    AcceptedTest() {
        accepted.joined("440000", "C-440300", "FROM_60");
        accepted.joined("440000", "C-440300", "FROM_60");
        accepted.handedIn("440000", "C-440300", "FROM_60");
        accepted.handedIn("440000", "C-440300", "FROM_60");
    }

    @Test
    void agreesWhenEverythingIsThere() {
        for (String board : accepted.boards().keySet()) {
            String row = accepted.boards().get(board).keySet().iterator().next();
            assertThat(accepted.differences(board, Map.of(row, figures(2, 2)))).isEmpty();
        }
        assertThat(accepted.boards()).containsOnlyKeys("whole", "province", "library", "age-band");
    }

    @Test
    void findsASheetThatIsMissing() {
        assertThat(accepted.differences("library", Map.of("C-440300", figures(1, 1))))
                .containsExactly(
                        "library C-440300 attempts: 2 accepted, 1 in the board",
                        "library C-440300 players: 2 accepted, 1 in the board");
    }

    @Test
    void findsASheetThatCountsTwiceWhileAnotherIsMissing() {
        assertThat(accepted.differences("whole", Map.of("all", figures(2, 1))))
                .containsExactly("whole all players: 2 accepted, 1 in the board");
    }

    @Test
    void findsASheetInTheWrongPlace() {
        assertThat(accepted.differences("province", Map.of("440000", figures(2, 2), "110000", figures(1, 1))))
                .hasSize(3);
    }

    @Test
    void comesThroughTheFileBetweenTheProcesses() {
        var json = JsonMapper.shared();
        assertThat(json.readValue(json.writeValueAsBytes(accepted), Accepted.class))
                .isEqualTo(accepted);
    }

    private static Map<String, Long> figures(long attempts, long players) {
        return Map.of("participants", 2L, "attempts", attempts, "players", players, "visits", 9L);
    }
}
