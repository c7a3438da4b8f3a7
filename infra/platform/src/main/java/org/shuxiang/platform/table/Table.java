package org.shuxiang.platform.table;

import java.util.List;
import java.util.Map;

/**
 * A table as it was read: cells are trimmed texts, empty where there is nothing.
 *
 * @param header in the order of the file
 */
public record Table(List<String> header, List<Row> rows) {

    public Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * A row that is not blank.
     *
     * @param number as the spreadsheet counts: the header is row 1
     */
    public record Row(int number, Map<String, String> cells) {

        public Row {
            cells = Map.copyOf(cells);
        }

        /** The text of a cell, empty when there is none. */
        public String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }
}
