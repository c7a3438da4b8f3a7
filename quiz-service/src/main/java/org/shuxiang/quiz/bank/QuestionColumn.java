package org.shuxiang.quiz.bank;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a question is made of: the columns of the table that authors fill in. */
public enum QuestionColumn {
    ID("编号", "id"),
    KIND("题型", "kind"),
    CATEGORY("分类", "category"),
    DIFFICULTY("难度", "difficulty"),
    STEM("题干", "stem"),
    OPTION_A("选项A", "optionA"),
    OPTION_B("选项B", "optionB"),
    OPTION_C("选项C", "optionC"),
    OPTION_D("选项D", "optionD"),
    OPTION_E("选项E", "optionE"),
    OPTION_F("选项F", "optionF"),
    ANSWER("答案", "answer"),
    EXPLANATION("解析", "explanation"),
    SOURCE("出处", "source"),
    RESOURCE_NAME("资源名称", "resourceName"),
    RESOURCE_URL("资源链接", "resourceUrl"),
    RESOURCE_HINT("资源提示", "resourceHint");

    /** In the order of their letters. */
    public static final List<QuestionColumn> OPTIONS =
            List.of(OPTION_A, OPTION_B, OPTION_C, OPTION_D, OPTION_E, OPTION_F);

    private final String chinese;
    private final String english;

    QuestionColumn(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String header(boolean inEnglish) {
        return inEnglish ? english : chinese;
    }

    /** Whether a table without this column is incomplete; without the others no question has that part. */
    boolean isRequired() {
        return switch (this) {
            case OPTION_C, OPTION_D, OPTION_E, OPTION_F, RESOURCE_NAME, RESOURCE_URL, RESOURCE_HINT -> false;
            default -> true;
        };
    }

    /** By a header in either language; case and full width do not matter. */
    static Optional<QuestionColumn> named(String header) {
        String name = Normalizer.normalize(header, Normalizer.Form.NFKC).replace(" ", "");
        return Arrays.stream(values())
                .filter(column -> column.chinese.equalsIgnoreCase(name) || column.english.equalsIgnoreCase(name))
                .findFirst();
    }
}
