package org.shuxiang.quiz.paper.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.campaign.BlueprintPart;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.platform.input.PlainText;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.shuxiang.quiz.bank.BankVersion;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.shuxiang.quiz.paper.Papers;
import org.shuxiang.quiz.paper.Shortfall;
import org.shuxiang.quiz.paper.ShownQuestion;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows an organiser a paper as a participant might get it. */
@RestController
@Tag(name = "banks")
class PreviewController {

    private final QuestionBanks banks;
    private final Papers papers;

    PreviewController(QuestionBanks banks, Papers papers) {
        this.banks = banks;
        this.papers = papers;
    }

    /** @param seed the same seed gives the same paper; another one is drawn where there is none */
    record PreviewRequest(
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Part> blueprint,
            @Nullable @PlainText(max = 64) String seed) {}

    /** So many questions of a category and difficulty. */
    record Part(
            @NotNull @PlainText(max = 20) String category,
            @NotNull Difficulty difficulty,
            @Min(1) @Max(100) int count) {

        BlueprintPart asBlueprintPart() {
            return new BlueprintPart(category, difficulty, count);
        }
    }

    /** @param shortfalls where the bank has too few questions, so that the paper is shorter */
    record Preview(String seed, List<ShownQuestion> questions, List<Shortfall> shortfalls) {}

    @PostMapping("/api/quiz/banks/{bankId}/paper-previews")
    @Operation(operationId = "previewPaper", summary = "A paper such as a participant might get, and what is missing")
    Preview preview(@PathVariable String bankId, @RequestBody @Valid PreviewRequest request) {
        BankVersion bank = banks.latest(bankId).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
        List<BlueprintPart> blueprint =
                request.blueprint().stream().map(Part::asBlueprintPart).toList();
        String seed = request.seed() == null ? UUID.randomUUID().toString() : request.seed();
        return new Preview(
                seed, ShownQuestion.of(papers.preview(bank, blueprint, seed)), Shortfall.of(bank, blueprint));
    }
}
