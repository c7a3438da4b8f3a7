package org.shuxiang.quiz.paper.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.Answer;
import org.shuxiang.quiz.paper.OptionKeys;
import org.shuxiang.quiz.paper.SheetRules.Submission;

/**
 * An answer sheet as the page sends it.
 *
 * @param receipt from an earlier answer 503 to the same sheet
 */
record SheetRequest(
        @NotNull @Size(min = 1, max = 8192) String paperToken,
        @NotNull @Size(max = 200) List<@NotNull @Valid ChosenAnswer> answers,
        @Nullable @Size(max = 200) List<@NotNull Integer> resourcesOpened,
        @Nullable @Size(max = 2048) String receipt) {

    /** @param choice keys of options, in order for POEM_LINE */
    record ChosenAnswer(
            int position, @NotNull @Size(max = 26) List<@NotNull String> choice) {}

    Submission asSubmission() {
        return new Submission(
                paperToken,
                answers.stream()
                        .map(answer -> new Answer(
                                answer.position(),
                                answer.choice().stream().map(OptionKeys::index).toList()))
                        .toList(),
                resourcesOpened == null ? List.of() : resourcesOpened,
                receipt);
    }
}
