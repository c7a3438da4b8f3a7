package org.shuxiang.stats.figure;

import org.shuxiang.contracts.stats.BoardKey;

/** A row of a board: where figures are added up. */
public record Cell(BoardKey board, String row) {}
