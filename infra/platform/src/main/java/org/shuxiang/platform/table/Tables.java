package org.shuxiang.platform.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes tables. CSV is read as UTF-8, or as GB18030 when it is no UTF-8 (what a Chinese spreadsheet saves),
 * and written with a byte order mark, without which the same spreadsheets would not show Hanzi.
 *
 * <p>Reading blocks and computes: call it on a scheduler for blocking work.
 */
public final class Tables {

    public static final int MOST_ROWS = 10_000;

    /** What is further to the right is not looked at. */
    static final int MOST_COLUMNS = 256;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();

    private Tables() {}

    /**
     * Reads the first sheet of an XLSX, or a CSV; which it is, its first bytes tell.
     *
     * @throws TableRejectedException when it is neither, is empty, has a column twice or too many rows
     */
    public static Table read(byte[] file) {
        List<List<String>> lines;
        try {
            lines = isZip(file) ? readXlsx(file) : readCsv(file);
        } catch (IOException | RuntimeException e) {
            throw rejected("", "table.unreadable");
        }
        if (lines.isEmpty()) {
            throw rejected("", "table.empty");
        }
        List<String> header = lines.getFirst();
        var seen = new HashSet<String>();
        for (String column : header) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw rejected(column, "table.column-twice");
            }
        }
        if (lines.size() - 1 > MOST_ROWS) {
            throw rejected("", "table.too-many-rows", MOST_ROWS);
        }
        var rows = new ArrayList<Table.Row>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> line = lines.get(i);
            var cells = new LinkedHashMap<String, String>();
            for (int c = 0; c < Math.min(header.size(), line.size()); c++) {
                if (!line.get(c).isEmpty()) {
                    cells.put(header.get(c), line.get(c));
                }
            }
            if (!cells.isEmpty()) {
                rows.add(new Table.Row(i + 1, cells));
            }
        }
        if (rows.isEmpty()) {
            throw rejected("", "table.empty");
        }
        return new Table(header, rows);
    }

    /**
     * A sheet of a workbook.
     *
     * @param rows of numbers and texts
     */
    public record Sheet(String name, List<String> header, List<List<Object>> rows) {

        public Sheet {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /** An XLSX of several sheets. */
    public static byte[] workbook(List<Sheet> sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Shuxiang", "1.0")) {
            for (Sheet sheet : sheets) {
                write(workbook.newWorksheet(sheet.name()), sheet.header(), sheet.rows());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The file's bytes; a text that a spreadsheet would run as a formula is written as the text that it is. */
    public static byte[] write(TableFormat format, String sheet, List<String> header, List<List<String>> rows) {
        try {
            return switch (format) {
                case XLSX -> writeXlsx(sheet, header, rows);
                case CSV -> writeCsv(header, rows);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isZip(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    private static List<List<String>> readXlsx(byte[] file) throws IOException {
        XlsxCheck.check(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = workbook.getFirstSheet().openStream()) {
            var lines = new ArrayList<List<String>>();
            rows.limit(MOST_ROWS + 2L).forEach(row -> {
                while (lines.size() < row.getRowNum() - 1 && lines.size() <= MOST_ROWS + 1) {
                    lines.add(List.of());
                }
                var line = new ArrayList<String>();
                row.stream().limit(MOST_COLUMNS).forEach(cell -> line.add(text(cell)));
                lines.add(line);
            });
            return lines;
        }
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getText() == null) {
            return "";
        }
        return cell.getText().strip();
    }

    private static List<List<String>> readCsv(byte[] file) throws IOException {
        String text = decode(file);
        if (text.indexOf('\0') >= 0) {
            throw new IOException("a binary file");
        }
        try (var parser = CSV.parse(new StringReader(text))) {
            var lines = new ArrayList<List<String>>();
            for (CSVRecord record : parser) {
                lines.add(record.stream().map(Tables::asWritten).toList());
                if (lines.size() > MOST_ROWS + 1) {
                    break;
                }
            }
            return lines;
        }
    }

    private static String decode(byte[] file) throws CharacterCodingException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = GB18030.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static byte[] writeXlsx(String sheetName, List<String> header, List<List<String>> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Shuxiang", "1.0")) {
            write(workbook.newWorksheet(sheetName), header, rows);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, List<String> header, List<? extends List<?>> rows) {
        for (int c = 0; c < header.size(); c++) {
            sheet.value(0, c, header.get(c));
            sheet.style(0, c).bold().set();
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                Object value = rows.get(r).get(c);
                if (value instanceof Number number) {
                    sheet.value(r + 1, c, number);
                } else {
                    sheet.value(r + 1, c, value.toString());
                }
            }
        }
        sheet.freezePane(0, 1);
    }

    private static byte[] writeCsv(List<String> header, List<List<String>> rows) throws IOException {
        var text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (var printer = CSV.print(text)) {
            printer.printRecord(header);
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(Tables::withoutFormula).toList());
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** See OWASP, "CSV Injection". Quotes are doubled up, so that each text has one form in the file. */
    private static String withoutFormula(String cell) {
        return startsFormula(cell) ? "'" + cell : cell;
    }

    /** Undoes {@link #withoutFormula}, so that what was exported can be imported. */
    private static String asWritten(String cell) {
        String text = cell.strip();
        return text.startsWith("'") && startsFormula(text) ? text.substring(1) : text;
    }

    /** With any number of quotes before it. */
    private static boolean startsFormula(String cell) {
        int start = 0;
        while (start < cell.length() && cell.charAt(start) == '\'') {
            start++;
        }
        return start < cell.length() && "=+-@\t\r".indexOf(cell.charAt(start)) >= 0;
    }

    private static TableRejectedException rejected(String column, String code, Object... arguments) {
        return new TableRejectedException(List.of(new CellProblem(column.isEmpty() ? 0 : 1, column, code, arguments)));
    }
}
