package org.shuxiang.quiz.bank;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The question bank that a newcomer finds: a real file, imported the way an organiser imports one. */
final class DemoBank {

    static final String ID = "new-year";
    static final String FILE = "/demo/new-year-questions.csv";

    private static final String TITLE = "新春答题题库";
    private static final Logger log = LoggerFactory.getLogger(DemoBank.class);

    private final QuestionBanks banks;
    private final EditingBanks editing;

    DemoBank(QuestionBanks banks, EditingBanks editing) {
        this.banks = banks;
        this.editing = editing;
    }

    /** Never fails: a service without its demo is a service. */
    Mono<Void> importIfMissing() {
        return Mono.defer(() -> banks.latest(ID).isPresent() ? Mono.empty() : importFile());
    }

    private Mono<Void> importFile() {
        return Mono.fromCallable(() -> EditingBanks.resource(FILE))
                .flatMap(file -> editing.importFile(ID, TITLE, file, false, false))
                .retryWhen(Retry.backoff(5, Duration.ofSeconds(1)))
                .doOnNext(done -> log.info(
                        "imported the demo's question bank {}: {} questions",
                        ID,
                        done.bank().questions().size()))
                .then()
                .onErrorResume(e -> {
                    log.warn("the demo's question bank {} was not imported", ID, e);
                    return Mono.empty();
                });
    }
}
