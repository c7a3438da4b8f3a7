package org.shuxiang.campaign.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.region.RegionDirectory;
import org.shuxiang.contracts.campaign.LibraryLevel;
import org.shuxiang.platform.input.PlainText;
import org.shuxiang.platform.table.CellProblem;
import org.shuxiang.platform.table.Table;
import org.shuxiang.platform.table.TableRejectedException;

/** The libraries as a table: what staff edit in their spreadsheet. */
final class LibraryTable {

    static final List<String> HEADER = List.of("编号", "名称", "级别", "行政区划代码", "上级编号", "服务人口", "注册读者");

    private static final List<String> ENGLISH =
            List.of("code", "name", "level", "region", "parent", "inhabitants", "readers");
    /** A file may be without the columns from here on; what is known of a library then stays. */
    private static final int OPTIONAL = 5;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,9}");
    private static final int LONGEST_NAME = 60;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
    private static final Map<String, LibraryLevel> LEVELS = levels();

    private final Map<String, Library> known;
    private final RegionDirectory regions;
    private final @Nullable String root;

    /** @param root the subtree that the file may change, or null for all */
    LibraryTable(Map<String, Library> known, RegionDirectory regions, @Nullable String root) {
        this.known = Map.copyOf(known);
        this.regions = regions;
        this.root = root;
    }

    private record Line(Table.Row row, Library library) {}

    /**
     * The libraries of the table, in its order.
     *
     * @throws TableRejectedException naming every cell that is wrong
     */
    List<Library> read(Table table) {
        var problems = new ArrayList<CellProblem>();
        Map<String, String> columns = columns(table, problems);
        if (!problems.isEmpty()) {
            throw new TableRejectedException(problems);
        }
        var lines = new LinkedHashMap<String, Line>();
        for (Table.Row row : table.rows()) {
            line(row, columns, lines, problems).ifPresent(library -> {
                Line earlier = lines.get(library.code());
                if (earlier == null) {
                    lines.put(library.code(), new Line(row, library));
                } else {
                    problems.add(problem(
                            row, columns, 0, "invalid.Duplicate", earlier.row().number()));
                }
            });
        }
        checkTree(table, columns, lines, problems);
        if (!problems.isEmpty()) {
            throw new TableRejectedException(problems);
        }
        return lines.values().stream().map(Line::library).toList();
    }

    /** The rows of the export, under {@link #HEADER}. */
    static List<List<String>> rows(List<Library> libraries) {
        return libraries.stream()
                .map(library -> List.of(
                        library.code(),
                        library.name(),
                        nameOf(library.level()),
                        library.region(),
                        Objects.requireNonNullElse(library.parent(), ""),
                        Objects.toString(library.inhabitants(), ""),
                        Objects.toString(library.readers(), "")))
                .toList();
    }

    private Optional<Library> line(
            Table.Row row, Map<String, String> columns, Map<String, Line> lines, List<CellProblem> problems) {
        int before = problems.size();
        String code = row.get(column(columns, 0));
        String name = row.get(column(columns, 1));
        String levelName = row.get(column(columns, 2));
        String region = row.get(column(columns, 3));
        String parent = row.get(column(columns, 4));
        if (code.isEmpty()) {
            problems.add(problem(row, columns, 0, "invalid.NotBlank"));
        } else if (!CODE.matcher(code).matches()) {
            problems.add(problem(row, columns, 0, "invalid.Pattern"));
        }
        if (name.isEmpty()) {
            problems.add(problem(row, columns, 1, "invalid.NotBlank"));
        } else if (!PlainText.Check.isPlain(name, 1, LONGEST_NAME, false)) {
            problems.add(problem(row, columns, 1, "invalid.PlainText", 1, LONGEST_NAME));
        }
        @Nullable LibraryLevel level = LEVELS.get(levelName);
        if (levelName.isEmpty()) {
            problems.add(problem(row, columns, 2, "invalid.NotBlank"));
        } else if (level == null) {
            problems.add(problem(row, columns, 2, "library.level-unknown", levelName));
        }
        if (region.isEmpty()) {
            problems.add(problem(row, columns, 3, "invalid.NotBlank"));
        } else if (regions.find(region).isEmpty()) {
            problems.add(problem(row, columns, 3, "invalid.Unknown", region));
        }
        @Nullable Library earlier = known.get(code);
        @Nullable Long inhabitants = number(row, columns, 5, earlier == null ? null : earlier.inhabitants(), problems);
        @Nullable Long readers = number(row, columns, 6, earlier == null ? null : earlier.readers(), problems);
        if (problems.size() > before || level == null) {
            // known all the same, so that rows under this one are not called wrong too
            Line alreadyThere = lines.get(code);
            if (!code.isEmpty() && alreadyThere == null) {
                lines.put(code, new Line(row, new Library(code, name, LibraryLevel.COUNTY, region, null)));
            }
            return Optional.empty();
        }
        return Optional.of(
                new Library(code, name, level, region, parent.isEmpty() ? null : parent, inhabitants, readers));
    }

    private static @Nullable Long number(
            Table.Row row, Map<String, String> columns, int index, @Nullable Long earlier, List<CellProblem> problems) {
        @Nullable String column = columns.get(HEADER.get(index));
        if (column == null) {
            return earlier;
        }
        String text = row.get(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            problems.add(problem(row, columns, index, "library.number"));
            return null;
        }
        return Long.valueOf(text);
    }

    private void checkTree(
            Table table, Map<String, String> columns, Map<String, Line> lines, List<CellProblem> problems) {
        var after = new HashMap<>(known);
        lines.forEach((code, line) -> after.put(code, line.library()));
        var tree = new LibraryTree(after.values());
        var treeBefore = new LibraryTree(known.values());
        for (Line line : lines.values()) {
            Library library = line.library();
            @Nullable String parent = library.parent();
            if (parent != null && !after.containsKey(parent)) {
                problems.add(problem(line.row(), columns, 4, "library.parent-unknown", parent));
            } else if (tree.isInCycle(library.code())) {
                problems.add(problem(line.row(), columns, 4, "library.cycle"));
            } else if (root != null && !isAllowed(library, root, tree, treeBefore)) {
                problems.add(problem(line.row(), columns, 0, "library.outside-subtree", root));
            }
        }
    }

    /** Nothing is moved in or out, and the root itself stays where it is. */
    private boolean isAllowed(Library library, String allowed, LibraryTree tree, LibraryTree treeBefore) {
        Library earlier = known.get(library.code());
        boolean within = tree.isWithin(library.code(), allowed)
                && (earlier == null || treeBefore.isWithin(library.code(), allowed));
        boolean rootStays = !library.code().equals(allowed)
                || (earlier != null && Objects.equals(earlier.parent(), library.parent()));
        return within && rootStays;
    }

    /** From our name of each column to the one that the file uses. */
    private static Map<String, String> columns(Table table, List<CellProblem> problems) {
        var columns = new HashMap<String, String>();
        for (int i = 0; i < HEADER.size(); i++) {
            String chinese = HEADER.get(i);
            String english = ENGLISH.get(i);
            Optional<String> column = table.header().stream()
                    .filter(name -> name.equals(chinese) || name.equalsIgnoreCase(english))
                    .findFirst();
            column.ifPresent(name -> columns.put(chinese, name));
            if (column.isEmpty() && i < OPTIONAL) {
                problems.add(new CellProblem(1, chinese, "table.column-missing"));
            }
        }
        return columns;
    }

    private static String column(Map<String, String> columns, int index) {
        return columns.getOrDefault(HEADER.get(index), HEADER.get(index));
    }

    private static CellProblem problem(
            Table.Row row, Map<String, String> columns, int index, String code, Object... arguments) {
        return new CellProblem(row.number(), column(columns, index), code, arguments);
    }

    private static String nameOf(LibraryLevel level) {
        return switch (level) {
            case NATIONAL -> "国家";
            case PROVINCIAL -> "省级";
            case CITY -> "市级";
            case COUNTY -> "县级";
        };
    }

    private static Map<String, LibraryLevel> levels() {
        var levels = new HashMap<String, LibraryLevel>();
        for (LibraryLevel level : LibraryLevel.values()) {
            levels.put(nameOf(level), level);
            levels.put(level.name(), level);
        }
        return levels;
    }
}
