package org.shuxiang.quiz.regrade.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.shuxiang.quiz.regrade.Regrade;
import org.shuxiang.quiz.regrade.Regrades;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows an organiser how a correction is followed through. */
@RestController
@Tag(name = "banks")
class RegradeController {

    private final Regrades regrades;

    RegradeController(Regrades regrades) {
        this.regrades = regrades;
    }

    /**
     * How far a regrade has come.
     *
     * @param touched attempts whose grading was asked for again
     * @param done those of them that are graded by the corrected key
     */
    record Progress(Regrade.State state, long touched, long done) {}

    @GetMapping("/api/quiz/banks/{bankId}/regrades/{regradeId}")
    @Operation(operationId = "getRegrade", summary = "How far the regrading after a corrected key has come")
    Mono<Progress> get(@PathVariable String bankId, @PathVariable String regradeId) {
        return regrades.find(bankId, version(regradeId))
                .map(regrade -> new Progress(regrade.state(), regrade.touched(), regrade.done()))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.NOT_FOUND)));
    }

    private static int version(String regradeId) {
        try {
            return Integer.parseInt(regradeId);
        } catch (NumberFormatException e) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
    }
}
