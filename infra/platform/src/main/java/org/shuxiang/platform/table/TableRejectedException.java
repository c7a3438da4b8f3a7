package org.shuxiang.platform.table;

import java.util.List;

/** A table that cannot be imported; every cell that is wrong is named, and nothing was imported. */
public final class TableRejectedException extends RuntimeException {

    private final List<CellProblem> problems;

    public TableRejectedException(List<CellProblem> problems) {
        super(problems.size() + " problems in the table");
        this.problems = List.copyOf(problems);
    }

    public List<CellProblem> problems() {
        return problems;
    }
}
