package org.shuxiang.quiz.bank.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.platform.audit.AuditLog;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.shuxiang.platform.table.TableFormat;
import org.shuxiang.quiz.bank.BankVersion;
import org.shuxiang.quiz.bank.EditingBanks;
import org.shuxiang.quiz.bank.EditingBanks.Edited;
import org.shuxiang.quiz.bank.KeyCorrection;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Question banks with their answers: for organisers only. */
@RestController
@RequestMapping("/api/quiz/banks")
@Tag(name = "banks")
class BankController {

    /** The part's own limit is in quiz-service.yml; this one keeps a part in memory from growing beyond it. */
    private static final int LARGEST_FILE_BYTES = 5 * 1024 * 1024;

    private final QuestionBanks banks;
    private final EditingBanks editing;
    private final AuditLog audit;

    BankController(QuestionBanks banks, EditingBanks editing, AuditLog audit) {
        this.banks = banks;
        this.editing = editing;
        this.audit = audit;
    }

    record Summary(String id, String title, int version, int questionCount) {}

    /** @param revision to be sent back as If-Match with a change */
    record Bank(String id, String title, int version, int revision, List<BankQuestion> questions) {}

    record Version(int version, String title, int questionCount, Instant publishedAt) {}

    /** @param id of the regrade, under the bank */
    record RegradeReference(String id) {}

    /** @param regrade where the file corrects keys by which attempts were graded */
    record Imported(
            String bankId,
            int version,
            int added,
            int changed,
            int removed,
            int questionCount,
            long touchedAttempts,
            @Nullable RegradeReference regrade) {}

    /**
     * What a change of one question does, or would do.
     *
     * @param wordingChanged what is asked changes: attempts that were asked the old question stay as they are
     * @param keyChanged the answer changes
     */
    record Changed(
            int version,
            long touchedAttempts,
            boolean wordingChanged,
            boolean keyChanged,
            @Nullable RegradeReference regrade) {}

    @GetMapping
    @Operation(operationId = "listBanks", summary = "The newest version of each question bank")
    List<Summary> list() {
        return banks.latestOfAll().stream()
                .map(bank -> new Summary(
                        bank.bankId(),
                        bank.title(),
                        bank.version(),
                        bank.questions().size()))
                .toList();
    }

    @GetMapping("/{bankId}")
    @Operation(operationId = "getBank", summary = "All questions of a bank with their answers")
    Bank get(@PathVariable String bankId) {
        BankVersion bank = bank(bankId);
        return new Bank(
                bank.bankId(),
                bank.title(),
                bank.version(),
                bank.version(),
                bank.questions().stream().map(BankQuestion::of).toList());
    }

    @GetMapping("/{bankId}/versions")
    @Operation(operationId = "listBankVersions", summary = "All versions of a bank, newest first")
    List<Version> versions(@PathVariable String bankId) {
        bank(bankId);
        return banks.all(bankId).stream()
                .sorted(Comparator.comparing(BankVersion::version).reversed())
                .map(bank -> new Version(
                        bank.version(), bank.title(), bank.questions().size(), bank.publishedAt()))
                .toList();
    }

    @PostMapping(path = "/{bankId}/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "importBank",
            summary = "Merges a table of questions into a bank, all of it or, when a cell is wrong, nothing")
    Mono<Imported> importFile(
            @PathVariable String bankId,
            @RequestParam @Nullable String title,
            @RequestParam(defaultValue = "false") boolean replace,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestPart Part file,
            Principal caller) {
        return DataBufferUtils.join(file.content(), LARGEST_FILE_BYTES)
                .map(BankController::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> editing.importFile(bankId, title, bytes, replace, dryRun))
                .flatMap(done -> dryRun ? Mono.just(done) : recorded(caller, "import-bank", bankId, done))
                .map(done -> new Imported(
                        bankId,
                        done.bank().version(),
                        done.added(),
                        done.changed(),
                        done.removed(),
                        done.bank().questions().size(),
                        done.touchedAttempts(),
                        dryRun ? null : regrade(done)));
    }

    @GetMapping("/{bankId}/export")
    @Operation(operationId = "exportBank", summary = "A bank as a table that can be imported again")
    Mono<ResponseEntity<byte[]>> export(
            @PathVariable String bankId, @RequestParam(defaultValue = "xlsx") String format, Principal caller) {
        TableFormat table = TableFormat.named(format);
        BankVersion bank = bank(bankId);
        return editing.export(bank, table)
                .flatMap(file -> audit.record(
                                caller.getName(),
                                "export-bank",
                                bankId,
                                "version %d as %s".formatted(bank.version(), table.extension()))
                        .thenReturn(file))
                .map(file -> attachment(bankId + "-" + bank.version(), table, file));
    }

    @GetMapping("/template")
    @Operation(operationId = "getBankTemplate", summary = "A table with a question of each kind to start from")
    Mono<ResponseEntity<byte[]>> template(
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "zh") String language) {
        TableFormat table = TableFormat.named(format);
        boolean inEnglish = language.toLowerCase(Locale.ROOT).startsWith("en");
        return editing.template(table, inEnglish).map(file -> attachment("questions", table, file));
    }

    @PutMapping("/{bankId}/questions/{questionId}")
    @Operation(
            operationId = "changeQuestion",
            summary = "Changes a question; a corrected answer regrades the attempts that were asked the same")
    Mono<Changed> change(
            @PathVariable String bankId,
            @PathVariable String questionId,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String revision,
            @RequestBody @Valid BankQuestion body,
            Principal caller) {
        Question question = body.asQuestion(questionId);
        return editing.edit(bankId, question, revision(revision), dryRun)
                .flatMap(done ->
                        dryRun ? Mono.just(done) : recorded(caller, "change-question", bankId + "/" + questionId, done))
                .map(done -> changed(done, question, dryRun));
    }

    private static Changed changed(Edited done, Question after, boolean dryRun) {
        Optional<Question> before = done.before().flatMap(bank -> bank.question(after.id()));
        return new Changed(
                done.bank().version(),
                done.touchedAttempts(),
                before.filter(question -> !question.asksTheSameAs(after)).isPresent(),
                before.filter(question -> !question.answer().equals(after.answer()))
                        .isPresent(),
                dryRun ? null : regrade(done));
    }

    private Mono<Edited> recorded(Principal caller, String action, String target, Edited done) {
        return audit.record(
                        caller.getName(),
                        action,
                        target,
                        "version %d: added %d, changed %d, removed %d, attempts touched %d"
                                .formatted(
                                        done.bank().version(),
                                        done.added(),
                                        done.changed(),
                                        done.removed(),
                                        done.touchedAttempts()))
                .thenReturn(done);
    }

    private static @Nullable RegradeReference regrade(Edited done) {
        return done.correction()
                .map(KeyCorrection::version)
                .map(version -> new RegradeReference(String.valueOf(version)))
                .orElse(null);
    }

    private BankVersion bank(String bankId) {
        return banks.latest(bankId).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }

    private static @Nullable Integer revision(@Nullable String header) {
        if (header == null || header.equals("*")) {
            return null;
        }
        try {
            return Integer.valueOf(header.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw ProblemException.invalid(HttpHeaders.IF_MATCH, "Type");
        }
    }

    private static ResponseEntity<byte[]> attachment(String name, TableFormat format, byte[] file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + format.extension())
                                .build()
                                .toString())
                .body(file);
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
