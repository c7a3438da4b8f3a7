package org.shuxiang.stats.board.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.stats.figure.Cell;

/**
 * Keys of the stores: a hash of the board goes before its text, so that two keys differ in their first bytes where they
 * differ at all. Their texts begin alike, and stores look for keys by comparing them.
 */
final class Keys {

    /** Between the parts of a key; in no code, name or time. */
    private static final byte SEPARATOR = '|';

    private Keys() {}

    static Bytes of(Cell cell) {
        return key(cell.board().text(), cell.row());
    }

    /** @param board the board's text */
    static Bytes of(String board, String row, int partition) {
        return key(board, row + (char) SEPARATOR + partition);
    }

    static Bytes of(BoardKey board, String place) {
        return key(board.text(), place);
    }

    /** No key of the board is before it. */
    static Bytes first(String board) {
        return key(board, "");
    }

    /** Every key of the board is before it. */
    static Bytes last(String board) {
        byte[] first = first(board).get();
        first[first.length - 1]++;
        return Bytes.wrap(first);
    }

    /** The cell that a key of {@link #of(Cell)} is of. */
    static Cell cell(Bytes key) {
        String text = new String(key.get(), Integer.BYTES, key.get().length - Integer.BYTES, StandardCharsets.UTF_8);
        int end = text.indexOf(SEPARATOR);
        return new Cell(BoardKey.parse(text.substring(0, end)), text.substring(end + 1));
    }

    private static Bytes key(String board, String rest) {
        byte[] text = (board + (char) SEPARATOR + rest).getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt(board.hashCode())
                .put(text)
                .array());
    }
}
