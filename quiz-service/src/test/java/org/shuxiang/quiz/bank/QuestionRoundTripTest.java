package org.shuxiang.quiz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.platform.table.TableFormat;
import org.shuxiang.platform.table.Tables;

/** What the importer takes comes back from an export as it was, whatever characters it is made of. */
class QuestionRoundTripTest {

    @Property(tries = 300)
    void comesBackFromBothFormats(@ForAll("questions") Question question) {
        for (TableFormat format : TableFormat.values()) {
            byte[] file = Tables.write(
                    format, "bank", QuestionTable.header(false), QuestionTable.rows(List.of(question), false));
            assertThat(QuestionTable.read(Tables.read(file))).containsExactly(question);
        }
    }

    @Provide
    Arbitrary<Question> questions() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("春节年糕𠮷😀＿ab Z09=+-@'\"\\,;<>&\n\r\t　#\u00a0\u200b\ufeff")
                .ofMaxLength(24);
        return Combinators.combine(
                        texts.list().ofSize(QuestionColumn.values().length),
                        Arbitraries.of("单选题", "多选题", "判断题", "诗句填空"),
                        Arbitraries.of("A", "B", "AB", "BC", "对", "错", "爆竹声中"))
                .as(QuestionRoundTripTest::form)
                .map(form -> form.question(problem -> {}))
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private static QuestionForm form(List<String> texts, String kind, String answer) {
        Map<QuestionColumn, String> cells = new EnumMap<>(QuestionColumn.class);
        for (QuestionColumn column : QuestionColumn.values()) {
            cells.put(column, texts.get(column.ordinal()));
        }
        cells.put(QuestionColumn.ID, "q-1");
        cells.put(QuestionColumn.KIND, kind);
        cells.put(QuestionColumn.DIFFICULTY, "易");
        cells.put(QuestionColumn.ANSWER, answer);
        boolean withOptions = kind.equals("单选题") || kind.equals("多选题");
        if (!withOptions) {
            QuestionColumn.OPTIONS.stream().skip(1).forEach(cells::remove);
        }
        if (kind.equals("判断题")) {
            cells.remove(QuestionColumn.OPTION_A);
        }
        if (kind.equals("诗句填空")) {
            cells.merge(QuestionColumn.STEM, "＿", (stem, gap) -> stem + gap);
        }
        if (texts.getLast().length() % 2 == 0) {
            cells.remove(QuestionColumn.RESOURCE_NAME);
            cells.remove(QuestionColumn.RESOURCE_URL);
            cells.remove(QuestionColumn.RESOURCE_HINT);
        } else {
            cells.put(QuestionColumn.RESOURCE_URL, "https://example.org/?a=1&b=春");
        }
        return new QuestionForm(cells);
    }
}
