package org.shuxiang.quiz.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.platform.table.CellProblem;
import org.shuxiang.platform.table.Table;
import org.shuxiang.platform.table.TableRejectedException;

/** Questions as a table: what organisers edit in their spreadsheet. */
public final class QuestionTable {

    public static final int MOST_QUESTIONS = 2_000;

    private QuestionTable() {}

    /**
     * The questions of the table, in its order.
     *
     * @throws TableRejectedException naming every cell that is wrong
     */
    static List<Question> read(Table table) {
        var problems = new ArrayList<CellProblem>();
        Map<QuestionColumn, String> headers = headers(table, problems);
        if (table.rows().size() > MOST_QUESTIONS) {
            problems.add(tooMany());
        }
        if (!problems.isEmpty()) {
            throw new TableRejectedException(problems);
        }
        var questions = new ArrayList<Question>();
        Map<String, Integer> rowOf = new HashMap<>();
        for (Table.Row row : table.rows()) {
            QuestionForm form = form(row, headers);
            form.question(problem -> problems.add(problem(row, headers, problem)))
                    .ifPresent(questions::add);
            String id = form.get(QuestionColumn.ID);
            @Nullable Integer earlier = id.isEmpty() ? null : rowOf.putIfAbsent(id, row.number());
            if (earlier != null) {
                problems.add(problem(row, headers, new QuestionForm.Problem(QuestionColumn.ID, "Duplicate", earlier)));
            }
        }
        if (!problems.isEmpty()) {
            throw new TableRejectedException(problems);
        }
        return questions;
    }

    static CellProblem tooMany() {
        return new CellProblem(0, "", "table.too-many-rows", MOST_QUESTIONS);
    }

    static List<String> header(boolean inEnglish) {
        return Arrays.stream(QuestionColumn.values())
                .map(column -> column.header(inEnglish))
                .toList();
    }

    /** The rows under {@link #header}. */
    static List<List<String>> rows(List<Question> questions, boolean inEnglish) {
        return questions.stream().map(question -> row(question, inEnglish)).toList();
    }

    private static List<String> row(Question question, boolean inEnglish) {
        var cells = new EnumMap<QuestionColumn, String>(QuestionColumn.class);
        cells.putAll(QuestionForm.of(question).cells());
        if (inEnglish) {
            cells.put(QuestionColumn.KIND, question.kind().name());
            cells.put(QuestionColumn.DIFFICULTY, question.difficulty().name());
        }
        return Arrays.stream(QuestionColumn.values())
                .map(column -> cells.getOrDefault(column, ""))
                .toList();
    }

    /** A column that nobody knows is a misspelt one: skipping it would lose what is written there. */
    private static Map<QuestionColumn, String> headers(Table table, List<CellProblem> problems) {
        var headers = new LinkedHashMap<QuestionColumn, String>();
        for (String header : table.header()) {
            if (header.isEmpty()) {
                continue;
            }
            Optional<QuestionColumn> column = QuestionColumn.named(header);
            if (column.isEmpty()) {
                problems.add(new CellProblem(1, header, "invalid.UnknownColumn"));
            } else if (headers.putIfAbsent(column.get(), header) != null) {
                problems.add(new CellProblem(1, header, "table.column-twice"));
            }
        }
        for (QuestionColumn column : QuestionColumn.values()) {
            if (column.isRequired() && !headers.containsKey(column)) {
                problems.add(new CellProblem(1, column.header(false), "table.column-missing"));
            }
        }
        return headers;
    }

    private static QuestionForm form(Table.Row row, Map<QuestionColumn, String> headers) {
        var cells = new EnumMap<QuestionColumn, String>(QuestionColumn.class);
        headers.forEach((column, header) -> cells.put(column, row.get(header)));
        return new QuestionForm(cells);
    }

    private static CellProblem problem(
            Table.Row row, Map<QuestionColumn, String> headers, QuestionForm.Problem problem) {
        String header = headers.getOrDefault(problem.column(), problem.column().header(false));
        return new CellProblem(row.number(), header, "invalid." + problem.code(), problem.arguments());
    }
}
