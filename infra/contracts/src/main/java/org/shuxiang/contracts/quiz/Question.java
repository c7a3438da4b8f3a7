package org.shuxiang.contracts.quiz;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a bank, with its answer.
 *
 * @param id unique in its bank and stable over its versions
 * @param options the texts of the options in the author's order; 对 and 错 for TRUE_FALSE; for POEM_LINE the tiles, the
 *     characters of the missing line first, then those that mislead
 * @param answer indexes into {@code options}: one, several in ascending order, or for POEM_LINE the tiles in order
 * @param explanation why the answer is right
 * @param source where that can be looked up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(
        String id,
        QuestionKind kind,
        String category,
        Difficulty difficulty,
        String stem,
        List<String> options,
        List<Integer> answer,
        String explanation,
        String source,
        @Nullable Resource resource) {

    public Question {
        options = List.copyOf(options);
        answer = List.copyOf(answer);
    }

    /**
     * A library's resource to explore before answering (资源探索).
     *
     * @param hint shown once the link was opened
     */
    public record Resource(String name, String url, String hint) {}

    /** What the participant was asked: while this stays the same, a changed answer corrects the key of old attempts. */
    public boolean asksTheSameAs(Question other) {
        return kind == other.kind && stem.equals(other.stem) && options.equals(other.options);
    }
}
