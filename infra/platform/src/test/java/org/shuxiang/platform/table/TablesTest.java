package org.shuxiang.platform.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TablesTest {

    private static final List<String> HEADER = List.of("编号", "备注");

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void readsBackWhatItWrote(TableFormat format) {
        List<String> texts = List.of(
                "=1+1", "'=1+1", "''-x", "'tis", "+86", "@me", "多行\n第二行", "逗号,引号\"", "😀𠮷", "0012", "a<b>&amp;c");

        Table table = Tables.read(Tables.write(
                format,
                "表",
                HEADER,
                texts.stream().map(text -> List.of("1", text)).toList()));

        assertThat(table.header()).isEqualTo(HEADER);
        assertThat(table.rows()).extracting(row -> row.get("备注")).containsExactlyElementsOf(texts);
        assertThat(table.rows().getLast().number()).isEqualTo(texts.size() + 1);
    }

    @Test
    void writesNoFormulaIntoACsv() {
        String csv = new String(Tables.write(TableFormat.CSV, "表", HEADER, List.of(List.of("1", "=cmd()"))), UTF_8);

        assertThat(csv).contains("1,'=cmd()");
    }

    @Test
    void readsWhatAChineseSpreadsheetSaves() {
        Table table = Tables.read("编号,备注\r\n1,春节\r\n".getBytes(Charset.forName("GB18030")));

        assertThat(table.rows().getFirst().get("备注")).isEqualTo("春节");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> Tables.read(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0, 0}))
                .satisfies(TablesTest::isUnreadable);
        assertThatThrownBy(() -> Tables.read(new byte[] {'a', (byte) 0xFF, (byte) 0xFF, ',', 'b'}))
                .satisfies(TablesTest::isUnreadable);
        assertThatThrownBy(() -> Tables.read("编号\0,备注\r\n1,2".getBytes(UTF_8))).satisfies(TablesTest::isUnreadable);
        assertThatThrownBy(() -> Tables.read(new byte[] {'P', 'K', 3, 4, 0, 0})).satisfies(TablesTest::isUnreadable);
    }

    @Test
    void refusesASmallFileThatUnpacksToMuch() throws IOException {
        byte[] file = xlsx("<c r=\"A1\" t=\"inlineStr\"><is><t>" + "0".repeat(80_000_000) + "</t></is></c>");

        assertThat(file).hasSizeLessThan(200_000);
        assertThatThrownBy(() -> Tables.read(file)).satisfies(TablesTest::isUnreadable);
    }

    @Test
    void refusesACellTooFarToTheRight() throws IOException {
        byte[] file = xlsx("<c r=\"ZZZZZZ1\"><v>1</v></c>");

        assertThatThrownBy(() -> Tables.read(file)).satisfies(TablesTest::isUnreadable);
        assertThat(Tables.read(xlsx("<c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c>"))
                        .rows())
                .hasSize(1);
    }

    private static void isUnreadable(Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        TableRejectedException.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(CellProblem::code)
                                .containsExactly("table.unreadable"));
    }

    private static byte[] xlsx(String cells) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData><row r=\"1\">" + cells + "</row></sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }
}
