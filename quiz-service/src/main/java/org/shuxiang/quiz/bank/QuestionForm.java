package org.shuxiang.quiz.bank;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionKind;
import org.shuxiang.platform.input.PlainText;

/**
 * A question as its author writes it, in a row of a table or in a form: texts only, the answer as letters, as 对 or 错, or
 * as the missing line.
 *
 * @param cells trimmed; what is missing is empty
 */
public record QuestionForm(Map<QuestionColumn, String> cells) {

    static final int LONGEST_STEM = 500;
    static final int LONGEST_OPTION = 100;
    static final int LONGEST_EXPLANATION = 1_000;

    /** The page's keys of options are the letters from a to z. */
    static final int MOST_TILES = 26;

    private static final int LONGEST_CATEGORY = 20;
    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_URL = 500;
    private static final int LONGEST_HINT = 200;
    private static final int SHOWN_AT_MOST = 20;

    private static final String TRUE = "对";
    private static final String FALSE = "错";
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,31}");
    private static final Pattern GAP = Pattern.compile("[＿_]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,、;/]+");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Map<String, QuestionKind> KINDS = kinds();
    private static final Map<String, Difficulty> DIFFICULTIES = difficulties();
    private static final Map<String, Boolean> TRUTHS = Map.of(
            TRUE, true, "正确", true, "√", true, "true", true, FALSE, false, "错误", false, "×", false, "false", false);

    public QuestionForm {
        var trimmed = new EnumMap<QuestionColumn, String>(QuestionColumn.class);
        cells.forEach((column, text) -> {
            String cell = LINE_END.matcher(text.strip()).replaceAll("\n");
            if (!cell.isEmpty()) {
                trimmed.put(column, cell);
            }
        });
        cells = Map.copyOf(trimmed);
    }

    /**
     * What is wrong with one part of a form. Its text is {@code invalid.<code>} in the message bundles.
     *
     * @param code such as {@code NotBlank}
     */
    public record Problem(QuestionColumn column, String code, Object... arguments) {}

    /** The form that a question comes from. */
    public static QuestionForm of(Question question) {
        var cells = new EnumMap<QuestionColumn, String>(QuestionColumn.class);
        cells.put(QuestionColumn.ID, question.id());
        cells.put(QuestionColumn.KIND, chinese(question.kind()));
        cells.put(QuestionColumn.CATEGORY, question.category());
        cells.put(QuestionColumn.DIFFICULTY, chinese(question.difficulty()));
        cells.put(QuestionColumn.STEM, question.stem());
        cells.put(QuestionColumn.EXPLANATION, question.explanation());
        cells.put(QuestionColumn.SOURCE, question.source());
        Question.@Nullable Resource resource = question.resource();
        if (resource != null) {
            cells.put(QuestionColumn.RESOURCE_NAME, resource.name());
            cells.put(QuestionColumn.RESOURCE_URL, resource.url());
            cells.put(QuestionColumn.RESOURCE_HINT, resource.hint());
        }
        List<String> options = question.options();
        List<Integer> answer = question.answer();
        switch (question.kind()) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> {
                for (int i = 0; i < options.size(); i++) {
                    cells.put(QuestionColumn.OPTIONS.get(i), options.get(i));
                }
                cells.put(
                        QuestionColumn.ANSWER,
                        String.join(
                                "", answer.stream().map(QuestionForm::letter).toList()));
            }
            case TRUE_FALSE -> cells.put(QuestionColumn.ANSWER, options.get(answer.getFirst()));
            case POEM_LINE -> {
                cells.put(
                        QuestionColumn.ANSWER,
                        String.join("", answer.stream().map(options::get).toList()));
                cells.put(QuestionColumn.OPTION_A, String.join("", options.subList(answer.size(), options.size())));
            }
        }
        return new QuestionForm(cells);
    }

    public String get(QuestionColumn column) {
        return cells.getOrDefault(column, "");
    }

    /** The question; empty when anything is wrong with it, and then all of that is told. */
    public Optional<Question> question(Consumer<Problem> problems) {
        var found = new ArrayList<Problem>();
        @Nullable Question question = new Reading(found).question();
        found.forEach(problems);
        return found.isEmpty() ? Optional.ofNullable(question) : Optional.empty();
    }

    /** Options and answer of a question. */
    private record Choice(List<String> options, List<Integer> answer) {

        private static final Choice NONE = new Choice(List.of(), List.of());
    }

    private final class Reading {

        private final List<Problem> problems;

        Reading(List<Problem> problems) {
            this.problems = problems;
        }

        @Nullable
        Question question() {
            String id = required(QuestionColumn.ID);
            if (!id.isEmpty() && !ID.matcher(id).matches()) {
                problem(QuestionColumn.ID, "Pattern");
            }
            @Nullable QuestionKind kind = oneOf(QuestionColumn.KIND, KINDS, "UnknownKind");
            String category = text(QuestionColumn.CATEGORY, 1, LONGEST_CATEGORY, false);
            @Nullable Difficulty difficulty = oneOf(QuestionColumn.DIFFICULTY, DIFFICULTIES, "UnknownDifficulty");
            String stem = text(QuestionColumn.STEM, 1, LONGEST_STEM, true);
            QuestionColumn.OPTIONS.forEach(option -> text(option, 0, LONGEST_OPTION, false));
            String answer = required(QuestionColumn.ANSWER);
            String explanation = text(QuestionColumn.EXPLANATION, 0, LONGEST_EXPLANATION, true);
            String source = text(QuestionColumn.SOURCE, 0, LONGEST_SOURCE, false);
            Question.@Nullable Resource resource = resource();
            if (kind == null) {
                return null;
            }
            Choice choice = switch (kind) {
                case SINGLE_CHOICE, MULTIPLE_CHOICE -> lettered(kind, answer);
                case TRUE_FALSE -> trueOrFalse(answer);
                case POEM_LINE -> poemLine(stem, answer);
            };
            return difficulty == null
                    ? null
                    : new Question(
                            id,
                            kind,
                            category,
                            difficulty,
                            stem,
                            choice.options(),
                            choice.answer(),
                            explanation,
                            source,
                            resource);
        }

        private Choice lettered(QuestionKind kind, String answer) {
            var options = new ArrayList<String>();
            var columnOf = new HashMap<String, QuestionColumn>();
            int last = QuestionColumn.OPTIONS.size() - 1;
            while (last >= 0 && get(QuestionColumn.OPTIONS.get(last)).isEmpty()) {
                last--;
            }
            for (int i = 0; i <= last; i++) {
                QuestionColumn column = QuestionColumn.OPTIONS.get(i);
                String option = get(column);
                options.add(option);
                if (option.isEmpty()) {
                    problem(column, "OptionGap");
                } else {
                    @Nullable QuestionColumn earlier = columnOf.putIfAbsent(option, column);
                    if (earlier != null) {
                        problem(column, "OptionTwice", letter(QuestionColumn.OPTIONS.indexOf(earlier)));
                    }
                }
            }
            if (options.size() < 2) {
                problem(QuestionColumn.OPTIONS.get(options.size()), "TooFewOptions");
            }
            return answer.isEmpty() ? Choice.NONE : new Choice(options, letters(kind, answer, options));
        }

        private List<Integer> letters(QuestionKind kind, String answer, List<String> options) {
            String letters = SEPARATORS
                    .matcher(Normalizer.normalize(answer, Normalizer.Form.NFKC))
                    .replaceAll("")
                    .toUpperCase(Locale.ROOT);
            if (letters.isEmpty() || letters.chars().anyMatch(letter -> letter < 'A' || letter > 'Z')) {
                problem(QuestionColumn.ANSWER, "AnswerLetters");
                return List.of();
            }
            List<Integer> indexes = letters.chars()
                    .map(letter -> letter - 'A')
                    .distinct()
                    .sorted()
                    .boxed()
                    .toList();
            for (int index : indexes) {
                if (index >= options.size() || options.get(index).isEmpty()) {
                    problem(QuestionColumn.ANSWER, "AnswerUnknown", letter(index));
                }
            }
            if (kind == QuestionKind.SINGLE_CHOICE && indexes.size() != 1) {
                problem(QuestionColumn.ANSWER, "AnswerNotOne");
            }
            if (kind == QuestionKind.MULTIPLE_CHOICE && indexes.size() < 2) {
                problem(QuestionColumn.ANSWER, "AnswerNotSeveral");
            }
            return indexes;
        }

        private Choice trueOrFalse(String answer) {
            boolean spelledOut = get(QuestionColumn.OPTION_A).equals(TRUE)
                    && get(QuestionColumn.OPTION_B).equals(FALSE);
            unused(spelledOut ? 2 : 0);
            @Nullable Boolean isTrue = TRUTHS.get(answer.toLowerCase(Locale.ROOT));
            if (isTrue == null) {
                if (!answer.isEmpty()) {
                    problem(QuestionColumn.ANSWER, "AnswerTrueFalse");
                }
                return Choice.NONE;
            }
            return new Choice(List.of(TRUE, FALSE), List.of(isTrue ? 0 : 1));
        }

        private Choice poemLine(String stem, String answer) {
            unused(1);
            if (!stem.isEmpty() && !GAP.matcher(stem).find()) {
                problem(QuestionColumn.STEM, "NoGap");
            }
            List<String> line = characters(answer);
            var tiles = new ArrayList<>(line);
            tiles.addAll(characters(get(QuestionColumn.OPTION_A)));
            if (tiles.size() > MOST_TILES) {
                problem(QuestionColumn.ANSWER, "TooManyTiles", MOST_TILES);
            } else {
                text(QuestionColumn.ANSWER, 0, MOST_TILES, true);
            }
            return new Choice(tiles, IntStream.range(0, line.size()).boxed().toList());
        }

        private void unused(int from) {
            QuestionColumn.OPTIONS.stream()
                    .skip(from)
                    .filter(column -> !get(column).isEmpty())
                    .forEach(column -> problem(column, "OptionUnused"));
        }

        private Question.@Nullable Resource resource() {
            String name = text(QuestionColumn.RESOURCE_NAME, 0, LONGEST_NAME, false);
            String url = text(QuestionColumn.RESOURCE_URL, 0, LONGEST_URL, false);
            String hint = text(QuestionColumn.RESOURCE_HINT, 0, LONGEST_HINT, true);
            if (name.isEmpty() && url.isEmpty() && hint.isEmpty()) {
                return null;
            }
            if (name.isEmpty()) {
                problem(QuestionColumn.RESOURCE_NAME, "ResourceName");
            }
            if (url.isEmpty()) {
                problem(QuestionColumn.RESOURCE_URL, "ResourceLink");
            } else if (!isWebAddress(url)) {
                problem(QuestionColumn.RESOURCE_URL, "WebAddress");
            }
            return new Question.Resource(name, url, hint);
        }

        private String text(QuestionColumn column, int shortest, int longest, boolean lines) {
            String text = shortest > 0 ? required(column) : get(column);
            if (!PlainText.Check.isPlain(text, 0, longest, lines)) {
                problem(column, "PlainText", shortest, longest);
            }
            return text;
        }

        private String required(QuestionColumn column) {
            String text = get(column);
            if (text.isEmpty()) {
                problem(column, "NotBlank");
            }
            return text;
        }

        private <T> @Nullable T oneOf(QuestionColumn column, Map<String, T> known, String code) {
            String name = required(column);
            @Nullable T value = known.get(name.toUpperCase(Locale.ROOT));
            if (value == null && !name.isEmpty()) {
                problem(column, code, shortened(name));
            }
            return value;
        }

        private void problem(QuestionColumn column, String code, Object... arguments) {
            problems.add(new Problem(column, code, arguments));
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            String scheme = uri.getScheme();
            return uri.getHost() != null && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<String> characters(String text) {
        return BLANKS.matcher(text)
                .replaceAll("")
                .codePoints()
                .mapToObj(Character::toString)
                .toList();
    }

    private static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN_AT_MOST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN_AT_MOST)) + "…";
    }

    static String chinese(QuestionKind kind) {
        return switch (kind) {
            case SINGLE_CHOICE -> "单选题";
            case MULTIPLE_CHOICE -> "多选题";
            case TRUE_FALSE -> "判断题";
            case POEM_LINE -> "诗句填空";
        };
    }

    static String chinese(Difficulty difficulty) {
        return switch (difficulty) {
            case EASY -> "易";
            case MEDIUM -> "中";
            case HARD -> "难";
        };
    }

    private static Map<String, QuestionKind> kinds() {
        var kinds = new HashMap<String, QuestionKind>();
        for (QuestionKind kind : QuestionKind.values()) {
            kinds.put(chinese(kind), kind);
            kinds.put(kind.name(), kind);
        }
        return Map.copyOf(kinds);
    }

    private static Map<String, Difficulty> difficulties() {
        var difficulties = new HashMap<String, Difficulty>();
        for (Difficulty difficulty : Difficulty.values()) {
            difficulties.put(chinese(difficulty), difficulty);
            difficulties.put(difficulty.name(), difficulty);
        }
        return Map.copyOf(difficulties);
    }
}
