package org.shuxiang.platform.table;

/**
 * What is wrong with a cell of a table. Its text is under {@code code} in the message bundles.
 *
 * @param row as the spreadsheet counts: the header is row 1; 0 for the whole file
 * @param column the header of the column, empty for the whole row
 * @param code the key of its text, such as {@code invalid.NotBlank}
 */
public record CellProblem(int row, String column, String code, Object... arguments) {}
