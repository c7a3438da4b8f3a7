package org.shuxiang.stats.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Coverage;
import org.shuxiang.stats.figure.Figures;
import org.shuxiang.stats.figure.Standing;

/** What the persons of one partition add to a board. */
public sealed interface Part {

    BoardKey board();

    int partition();

    /**
     * Figures of one row.
     *
     * @param covers by topic
     * @param latest when the newest event in it happened
     */
    record FiguresPart(
            BoardKey board, String row, int partition, Figures figures, List<Coverage> covers, Instant latest)
            implements Part {

        public FiguresPart {
            covers = List.copyOf(covers);
        }

        /** Nothing yet. */
        public static FiguresPart empty(BoardKey board, String row, int partition) {
            return new FiguresPart(board, row, partition, Figures.NONE, List.of(), Instant.EPOCH);
        }

        public FiguresPart plus(Figures change) {
            return new FiguresPart(board, row, partition, figures.plus(change), covers, latest);
        }

        /** This, with a record of the log that it is about. */
        public FiguresPart covering(String topic, long offset, Instant occurredAt) {
            return new FiguresPart(
                    board,
                    row,
                    partition,
                    figures,
                    with(topic, offset),
                    occurredAt.isAfter(latest) ? occurredAt : latest);
        }

        private List<Coverage> with(String topic, long offset) {
            var more = new ArrayList<Coverage>();
            var covered = new Coverage(topic, partition, offset, offset, 1);
            for (Coverage known : covers) {
                if (known.topic().equals(topic)) {
                    covered = new Coverage(topic, partition, known.first(), offset, known.events() + 1);
                } else {
                    more.add(known);
                }
            }
            more.add(covered);
            more.sort(Comparator.comparing(Coverage::topic));
            return more;
        }
    }

    /** @param best the best first, as many as a ranking shows */
    record RankingPart(BoardKey board, int partition, List<Standing> best) implements Part {

        public RankingPart {
            best = List.copyOf(best);
        }
    }
}
