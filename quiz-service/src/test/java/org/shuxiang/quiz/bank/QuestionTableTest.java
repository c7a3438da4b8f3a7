package org.shuxiang.quiz.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionKind;
import org.shuxiang.platform.table.CellProblem;
import org.shuxiang.platform.table.Table;
import org.shuxiang.platform.table.TableFormat;
import org.shuxiang.platform.table.TableRejectedException;
import org.shuxiang.platform.table.Tables;
import org.springframework.context.support.ResourceBundleMessageSource;

class QuestionTableTest {

    private static final String HEADER = "编号,题型,分类,难度,题干,选项A,选项B,选项C,选项D,选项E,选项F,答案,解析,出处,资源名称,资源链接,资源提示\n";

    @Test
    void takesTheRealFileWithoutAProblem() throws IOException {
        List<Question> questions = QuestionTable.read(Tables.read(demoFile()));

        assertThat(questions).hasSize(160);
        Map<QuestionKind, Long> kinds =
                questions.stream().collect(Collectors.groupingBy(Question::kind, Collectors.counting()));
        assertThat(kinds)
                .containsEntry(QuestionKind.SINGLE_CHOICE, 87L)
                .containsEntry(QuestionKind.TRUE_FALSE, 28L)
                .containsEntry(QuestionKind.POEM_LINE, 24L)
                .containsEntry(QuestionKind.MULTIPLE_CHOICE, 21L);
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void readsTheRealFileAgainAsItWasExported(TableFormat format) throws IOException {
        List<Question> questions = QuestionTable.read(Tables.read(demoFile()));

        assertThat(exportedAndRead(format, questions, false)).isEqualTo(questions);
        assertThat(exportedAndRead(format, questions, true)).isEqualTo(questions);
    }

    @Test
    void readsAChoice() {
        Question question = one("q1,多选题,习俗,难,题干？,甲,乙,丙,,,,C、a,因为,《书》,网,https://example.org/x,看看");

        assertThat(question)
                .isEqualTo(new Question(
                        "q1",
                        QuestionKind.MULTIPLE_CHOICE,
                        "习俗",
                        Difficulty.HARD,
                        "题干？",
                        List.of("甲", "乙", "丙"),
                        List.of(0, 2),
                        "因为",
                        "《书》",
                        new Question.Resource("网", "https://example.org/x", "看看")));
    }

    @Test
    void readsTrueAndFalse() {
        assertThat(one("q1,判断题,习俗,易,题干,,,,,,,错,,,,,"))
                .extracting(Question::options, Question::answer, Question::resource)
                .containsExactly(List.of("对", "错"), List.of(1), null);
        assertThat(one("q1,TRUE_FALSE,习俗,EASY,题干,对,错,,,,,true,,,,,").answer()).containsExactly(0);
    }

    @Test
    void cutsAPoemsLineIntoTilesAndPutsTheMisleadingOnesBehind() {
        Question question = one("q1,诗句填空,诗词,中,补全：“＿＿，＿＿”,山𠮷 水,,,,,,白日 依山尽,,,,,");

        assertThat(question.options()).containsExactly("白", "日", "依", "山", "尽", "山", "𠮷", "水");
        assertThat(question.answer()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void takesEnglishHeadersInAnyOrderAndWithoutTheOptionalOnes() {
        Table table = table(
                "answer,KIND,id,optionB,optionA,stem,difficulty,category,source,explanation\nB,SINGLE_CHOICE,q1,no,yes,Is it?,medium,custom,book,why\n");

        assertThat(QuestionTable.read(table))
                .singleElement()
                .satisfies(question -> assertThat(question.options()).containsExactly("yes", "no"))
                .satisfies(question -> assertThat(question.answer()).containsExactly(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "q1,填空题,习俗,易,题干,甲,乙,,,,,A,,,,, | 题型 | invalid.UnknownKind",
                "q1,单选题,习俗,很难,题干,甲,乙,,,,,A,,,,, | 难度 | invalid.UnknownDifficulty",
                ",单选题,习俗,易,题干,甲,乙,,,,,A,,,,, | 编号 | invalid.NotBlank",
                "q 1,单选题,习俗,易,题干,甲,乙,,,,,A,,,,, | 编号 | invalid.Pattern",
                "q1,单选题,,易,题干,甲,乙,,,,,A,,,,, | 分类 | invalid.NotBlank",
                "q1,单选题,习俗,易,,甲,乙,,,,,A,,,,, | 题干 | invalid.NotBlank",
                "q1,单选题,习俗,易,题干,甲,乙,,,,,,,,,, | 答案 | invalid.NotBlank",
                "q1,单选题,习俗,易,题干,甲,乙,,,,,C,,,,, | 答案 | invalid.AnswerUnknown",
                "q1,单选题,习俗,易,题干,甲,乙,,,,,乙,,,,, | 答案 | invalid.AnswerLetters",
                "q1,单选题,习俗,易,题干,甲,乙,,,,,AB,,,,, | 答案 | invalid.AnswerNotOne",
                "q1,多选题,习俗,易,题干,甲,乙,,,,,AA,,,,, | 答案 | invalid.AnswerNotSeveral",
                "q1,单选题,习俗,易,题干,甲,乙,甲,,,,A,,,,, | 选项C | invalid.OptionTwice",
                "q1,单选题,习俗,易,题干,甲,,丙,,,,A,,,,, | 选项B | invalid.OptionGap",
                "q1,单选题,习俗,易,题干,甲,,,,,,A,,,,, | 选项B | invalid.TooFewOptions",
                "q1,判断题,习俗,易,题干,,,,,,,也许,,,,, | 答案 | invalid.AnswerTrueFalse",
                "q1,判断题,习俗,易,题干,是,否,,,,,对,,,,, | 选项A,选项B | invalid.OptionUnused",
                "q1,诗句填空,习俗,易,没有空缺,山,,,,,,白日,,,,, | 题干 | invalid.NoGap",
                "q1,诗句填空,习俗,易,＿,一二三四五六七八九十一二三四五六七八九十一二三四五,,,,,,白日,,,,, | 答案 | invalid.TooManyTiles",
                "q1,诗句填空,习俗,易,＿,山,水,,,,,白日,,,,, | 选项B | invalid.OptionUnused",
                "q1,单选题,习俗,易,题干,甲,乙,,,,,A,,,网,, | 资源链接 | invalid.ResourceLink",
                "q1,单选题,习俗,易,题干,甲,乙,,,,,A,,,,https://a.cn/, | 资源名称 | invalid.ResourceName",
                "q1,单选题,习俗,易,题干,甲,乙,,,,,A,,,网,javascript:alert(1), | 资源链接 | invalid.WebAddress",
                "q1,单选题,习俗,易,题干,甲,乙,,,,,A,,,网,https:a, | 资源链接 | invalid.WebAddress",
                "q1,单选题,习俗,易,题\u0007干,甲,乙,,,,,A,,,,, | 题干 | invalid.PlainText",
                "q1,单选题,习俗,易,题干,甲\u202e,乙,,,,,A,,,,, | 选项A | invalid.PlainText",
                "q1,单选题,一二三四五六七八九十一二三四五六七八九十一,易,题干,甲,乙,,,,,A,,,,, | 分类 | invalid.PlainText",
            })
    void namesTheCellThatIsWrong(String row, String columns, String code) {
        assertThat(problems(row)).allSatisfy(problem -> {
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.code()).isEqualTo(code);
        });
        assertThat(problems(row)).extracting(CellProblem::column).containsExactly(columns.split(",", -1));
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        List<CellProblem> problems =
                problems("q1,单选题,习俗,易,题干,甲,乙,,,,,A,,,,,\n\nq1,单选题,习俗,易,题干,甲,乙,,,,,D,,,,,\nq2,问答题,,易,题干,,,,,,,A,,,网,,");

        assertThat(problems)
                .extracting(problem -> problem.row() + " " + problem.column() + " " + problem.code())
                .containsExactly(
                        "4 答案 invalid.AnswerUnknown",
                        "4 编号 invalid.Duplicate",
                        "5 题型 invalid.UnknownKind",
                        "5 分类 invalid.NotBlank",
                        "5 资源链接 invalid.ResourceLink");
    }

    @Test
    void namesColumnsThatAreMissingOrMisspelt() {
        Table table = table("编号,题型,分类,难度,题干,选项A,选项B,解析,出处,答桉\nq1,单选题,习俗,易,题干,甲,乙,,,A\n");

        assertThatThrownBy(() -> QuestionTable.read(table))
                .isInstanceOfSatisfying(
                        TableRejectedException.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(problem -> problem.row() + " " + problem.column() + " " + problem.code())
                                .containsExactly("1 答桉 invalid.UnknownColumn", "1 答案 table.column-missing"));
    }

    @Test
    void takesNoMoreQuestionsThanABankMayHave() {
        String rows = IntStream.rangeClosed(0, QuestionTable.MOST_QUESTIONS)
                .mapToObj("q%d,单选题,习俗,易,题干,甲,乙,,,,,A,,,,,"::formatted)
                .collect(Collectors.joining("\n"));

        assertThat(problems(rows)).extracting(CellProblem::code).containsExactly("table.too-many-rows");
    }

    @Test
    void saysEveryProblemInBothLanguages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/platform", "messages/quiz");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var codes = new ArrayList<String>();
        codes.addAll(List.of("Pattern", "NotBlank", "PlainText", "Duplicate", "UnknownColumn", "UnknownKind"));
        codes.addAll(List.of("UnknownDifficulty", "AnswerLetters", "AnswerUnknown", "AnswerNotOne", "OtherId"));
        codes.addAll(List.of("AnswerNotSeveral", "AnswerTrueFalse", "OptionGap", "OptionTwice", "OptionUnused"));
        codes.addAll(List.of("TooFewOptions", "NoGap", "TooManyTiles", "ResourceName", "ResourceLink", "WebAddress"));

        for (String code : codes) {
            String chinese = messages.getMessage("invalid." + code, new Object[] {"一", "二"}, Locale.CHINESE);
            String english = messages.getMessage("invalid." + code, new Object[] {"一", "二"}, Locale.ENGLISH);
            assertThat(chinese).as(code).isNotEqualTo(english).doesNotContain("{");
            assertThat(english).as(code).doesNotContain("{");
        }
    }

    private static List<Question> exportedAndRead(TableFormat format, List<Question> questions, boolean inEnglish) {
        byte[] file =
                Tables.write(format, "bank", QuestionTable.header(inEnglish), QuestionTable.rows(questions, inEnglish));
        return QuestionTable.read(Tables.read(file));
    }

    private static Question one(String row) {
        List<Question> questions = QuestionTable.read(table(HEADER + row + "\n"));
        assertThat(questions).hasSize(1);
        return questions.getFirst();
    }

    private static List<CellProblem> problems(String rows) {
        try {
            return Arrays.asList(new CellProblem(
                    -1,
                    "",
                    "accepted "
                            + QuestionTable.read(table(HEADER + rows + "\n")).size()));
        } catch (TableRejectedException e) {
            return e.problems();
        }
    }

    private static byte[] demoFile() throws IOException {
        try (var file = QuestionTableTest.class.getResourceAsStream("/demo/new-year-questions.csv")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private static Table table(String csv) {
        return Tables.read(csv.getBytes(UTF_8));
    }
}
