package org.shuxiang.campaign.draft.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.access.StaffCaller;
import org.shuxiang.campaign.catalogue.CampaignState;
import org.shuxiang.campaign.draft.Draft;
import org.shuxiang.campaign.draft.DraftDefinition;
import org.shuxiang.campaign.draft.DraftDefinition.DraftActivity;
import org.shuxiang.campaign.draft.DraftDefinition.DraftText;
import org.shuxiang.campaign.draft.DraftDefinition.DraftWindow;
import org.shuxiang.campaign.draft.DraftProblems;
import org.shuxiang.campaign.draft.EditingDrafts;
import org.shuxiang.campaign.draft.EditingDrafts.Publication;
import org.shuxiang.platform.audit.AuditLog;
import org.shuxiang.platform.input.PlainText;
import org.shuxiang.platform.problem.BilingualMessages;
import org.shuxiang.platform.problem.FieldProblem;
import org.shuxiang.platform.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The organisers' workbench. */
@RestController
@RequestMapping("/api/campaign/drafts")
class DraftController {

    private final EditingDrafts drafts;
    private final AuditLog audit;
    private final BilingualMessages messages;
    private final Clock clock;

    DraftController(EditingDrafts drafts, AuditLog audit, BilingualMessages messages, Clock clock) {
        this.drafts = drafts;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /** In the list. */
    record Summary(
            String id,
            @Nullable DraftText title,
            CampaignState state,
            int revision,
            @Nullable Integer publishedRevision,
            @Nullable DraftWindow window) {}

    /** The definition, with what the server knows besides. */
    record View(
            String id,
            CampaignState state,
            int revision,
            @Nullable Integer publishedRevision,
            @Nullable DraftText title,
            @Nullable DraftText tagline,
            @Nullable DraftText description,
            @Nullable DraftWindow window,
            List<DraftActivity> activities) {}

    /**
     * How to clone.
     *
     * @param id of the clone, derived when missing
     * @param opensAt of the clone, a year later when missing
     */
    record CloneRequest(
            @Nullable @PlainText(min = 0, max = 200) String id,
            @Nullable Instant opensAt) {}

    /** Everything that keeps a draft from being published. */
    record Problems(List<Problem> problems) {}

    record Problem(String field, String code, Map<String, String> messages) {}

    @GetMapping
    Flux<Summary> drafts() {
        Instant now = clock.instant();
        return drafts.all()
                .sort(Comparator.comparing(DraftController::opensAt, Comparator.reverseOrder())
                        .thenComparing(Draft::id))
                .map(draft -> new Summary(
                        draft.id(),
                        draft.definition().title(),
                        draft.state(now),
                        draft.revision(),
                        draft.publishedRevision(),
                        draft.definition().window()));
    }

    @PostMapping
    Mono<ResponseEntity<View>> create(
            @RequestBody @Valid DraftDefinition definition, @AuthenticationPrincipal Jwt token) {
        return drafts.create(definition)
                .flatMap(
                        draft -> recorded(token, "create-draft", draft.id(), "").thenReturn(draft))
                .map(this::created);
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<View>> draft(@PathVariable String id) {
        return drafts.find(id).map(this::answer);
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<View>> save(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid DraftDefinition definition,
            @AuthenticationPrincipal Jwt token) {
        return drafts.save(id, revision(ifMatch), definition)
                .flatMap(draft -> recorded(token, "edit-draft", id, "revision " + draft.revision())
                        .thenReturn(draft))
                .map(this::answer);
    }

    @PostMapping("/{id}/validation")
    Mono<Problems> validate(@PathVariable String id) {
        return drafts.problems(id).map(found -> new Problems(described(found)));
    }

    @PostMapping("/{id}/publication")
    Mono<ResponseEntity<View>> publish(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        return drafts.publish(id)
                .flatMap(outcome -> switch (outcome) {
                    case Publication.Published published ->
                        recorded(
                                        token,
                                        "publish-campaign",
                                        id,
                                        "revision " + published.draft().revision())
                                .thenReturn(published.draft());
                    case Publication.Incomplete incomplete -> Mono.error(refused(incomplete.problems()));
                })
                .map(this::answer);
    }

    @PostMapping("/{id}/clones")
    Mono<ResponseEntity<View>> cloneDraft(
            @PathVariable String id,
            @RequestBody(required = false) @Valid @Nullable CloneRequest wanted,
            @AuthenticationPrincipal Jwt token) {
        var how = Objects.requireNonNullElse(wanted, new CloneRequest(null, null));
        return drafts.cloneOf(id, how.id(), how.opensAt())
                .flatMap(draft -> recorded(token, "clone-campaign", draft.id(), "from " + id)
                        .thenReturn(draft))
                .map(this::created);
    }

    @PostMapping("/{id}/archival")
    Mono<ResponseEntity<View>> archive(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        return drafts.archive(id)
                .flatMap(draft -> recorded(token, "archive-campaign", id, "").thenReturn(draft))
                .map(this::answer);
    }

    private ProblemException refused(List<FieldProblem> problems) {
        return ProblemException.of(DraftProblems.INCOMPLETE, problems.size())
                .withFields(problems)
                .with("problems", described(problems));
    }

    private Mono<Void> recorded(Jwt token, String action, String target, String detail) {
        return audit.record(StaffCaller.of(token).username(), action, target, detail);
    }

    private ResponseEntity<View> created(Draft draft) {
        return ResponseEntity.created(URI.create("/api/campaign/drafts/" + draft.id()))
                .eTag("\"" + draft.revision() + "\"")
                .body(view(draft));
    }

    private ResponseEntity<View> answer(Draft draft) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, "\"" + draft.revision() + "\"")
                .body(view(draft));
    }

    private View view(Draft draft) {
        DraftDefinition definition = draft.definition();
        return new View(
                draft.id(),
                draft.state(clock.instant()),
                draft.revision(),
                draft.publishedRevision(),
                definition.title(),
                definition.tagline(),
                definition.description(),
                definition.window(),
                Objects.requireNonNullElse(definition.activities(), List.of()));
    }

    private List<Problem> described(List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> new Problem(problem.field(), problem.code(), messages.of(problem)))
                .toList();
    }

    private static Instant opensAt(Draft draft) {
        @Nullable DraftWindow window = draft.definition().window();
        return window == null || window.opensAt() == null ? Instant.MAX : window.opensAt();
    }

    /** {@code "3"} or {@code 3}. */
    private static int revision(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw ProblemException.invalid(HttpHeaders.IF_MATCH, "NotNull");
        }
        try {
            return Integer.parseInt(ifMatch.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw ProblemException.invalid(HttpHeaders.IF_MATCH, "Type");
        }
    }
}
