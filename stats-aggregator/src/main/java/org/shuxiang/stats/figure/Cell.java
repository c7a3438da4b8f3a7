package org.shuxiang.stats.figure;

import org.shuxiang.contracts.stats.BoardKey;

/** A row of a board: where figures are added up. */
public final class Cell {

    private final BoardKey board;
    private final String row;
    /** Asked for many times for each event. */
    private final int hash;

    public Cell(BoardKey board, String row) {
        this.board = board;
        this.row = row;
        this.hash = 31 * board.hashCode() + row.hashCode();
    }

    public BoardKey board() {
        return board;
    }

    public String row() {
        return row;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell cell && cell.hash == hash && cell.row.equals(row) && cell.board.equals(board);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return board.text() + " " + row;
    }
}
