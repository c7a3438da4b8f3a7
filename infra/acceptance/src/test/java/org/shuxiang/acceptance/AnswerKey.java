package org.shuxiang.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Knows the answers of the demonstration's question bank, from the file that it is made of. */
final class AnswerKey {

    private static final Path FILE =
            Path.of("..", "..", "quiz-service", "src", "main", "resources", "demo", "new-year-questions.csv");

    private final Map<String, CSVRecord> questions = new HashMap<>();

    private AnswerKey() {}

    static AnswerKey ofTheDemo() {
        var key = new AnswerKey();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(FILE, StandardCharsets.UTF_8, format)) {
            rows.forEach(row -> key.questions.put(plain(row.get("题干")), row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return key;
    }

    /** The texts of the right options; for a line of a poem its characters in order. */
    List<String> answer(String stem) {
        CSVRecord row = row(stem);
        String answer = row.get("答案");
        return switch (row.get("题型")) {
            case "诗句填空" -> answer.codePoints().mapToObj(Character::toString).toList();
            case "判断题" -> List.of(answer);
            default ->
                answer.chars()
                        .mapToObj(letter -> row.get("选项" + (char) letter).strip())
                        .toList();
        };
    }

    String explanation(String stem) {
        return row(stem).get("解析").strip();
    }

    private CSVRecord row(String stem) {
        CSVRecord row = questions.get(plain(stem));
        if (row == null) {
            throw new IllegalArgumentException("The demonstration has no question " + stem);
        }
        return row;
    }

    private static String plain(String stem) {
        return stem.strip().replaceFirst("^\\ufeff", "");
    }
}
