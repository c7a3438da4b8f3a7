package org.shuxiang.campaign.draft;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.draft.DraftDefinition.DraftActivity;
import org.shuxiang.contracts.campaign.CampaignEvent;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignArchived;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignPublished;
import org.shuxiang.platform.problem.FieldProblem;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What organisers do with drafts. Errors: {@link ProblemException} where a draft is unknown, somebody else was faster,
 * an id is taken, or the draft is not in a state for it.
 */
public final class EditingDrafts {

    private final DraftStore store;
    private final DraftValidation validation;
    private final Clock clock;

    public EditingDrafts(DraftStore store, DraftValidation validation, Clock clock) {
        this.store = store;
        this.validation = validation;
        this.clock = clock;
    }

    /** The outcome of a publication. */
    public sealed interface Publication {

        record Published(Draft draft) implements Publication {}

        record Incomplete(List<FieldProblem> problems) implements Publication {}
    }

    public Flux<Draft> all() {
        return store.all();
    }

    public Mono<Draft> find(String id) {
        return store.find(id).switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.NOT_FOUND)));
    }

    /** A draft without an id gets one that can be told from others; it cannot be changed later. */
    public Mono<Draft> create(DraftDefinition definition) {
        @Nullable String wanted = definition.id();
        String id = wanted == null || wanted.isBlank() ? "campaign-" + shortRandom() : wanted;
        if (!Identifiers.isWellFormed(id)) {
            return Mono.error(ProblemException.invalid("id", "Identifier", Identifiers.LONGEST));
        }
        var draft = Draft.first(id, definition);
        return store.insert(draft)
                .flatMap(inserted -> inserted
                        ? Mono.just(draft)
                        : Mono.error(ProblemException.of(DraftProblems.ID_TAKEN, id)
                                .withFields(List.of(new FieldProblem("id", "Taken", id)))));
    }

    /** @param expectedRevision the one that the editor saw */
    public Mono<Draft> save(String id, int expectedRevision, DraftDefinition definition) {
        return find(id).flatMap(draft -> {
            if (draft.archived()) {
                return Mono.error(ProblemException.of(DraftProblems.ARCHIVED, id));
            }
            if (draft.revision() != expectedRevision) {
                return Mono.error(ProblemException.of(ProblemType.STALE_REVISION));
            }
            return replace(draft.edited(definition), expectedRevision, List.of());
        });
    }

    public Mono<List<FieldProblem>> problems(String id) {
        return problems(id, validation::problems).map(Checked::problems);
    }

    /** Publishes what is stored now, whole. Publishing the same revision again changes nothing. */
    public Mono<Publication> publish(String id) {
        return problems(id, validation::problems).flatMap(this::publishIfComplete);
    }

    /** The same without a look at the question banks. */
    public Mono<Publication> publishBeforeItsBanks(String id) {
        return problems(id, validation::problemsButBanks).flatMap(this::publishIfComplete);
    }

    /**
     * A draft like that one with new ids and its windows moved.
     *
     * @param newId or null to derive it
     * @param opensAt or null for a year later
     */
    public Mono<Draft> cloneOf(String id, @Nullable String newId, @Nullable Instant opensAt) {
        return store.all().collectList().flatMap(drafts -> {
            Set<String> campaigns = new HashSet<>();
            Set<String> activities = new HashSet<>();
            @Nullable Draft source = null;
            for (Draft draft : drafts) {
                campaigns.add(draft.id());
                activities.addAll(activityIds(draft));
                source = draft.id().equals(id) ? draft : source;
            }
            if (source == null) {
                return Mono.error(ProblemException.of(ProblemType.NOT_FOUND));
            }
            return create(Cloning.clone(source.definition(), newId, opensAt, campaigns, activities));
        });
    }

    /** Puts a campaign away: the public sees it no more. */
    public Mono<Draft> archive(String id) {
        return find(id).flatMap(draft -> {
            if (draft.archived()) {
                return Mono.just(draft);
            }
            List<CampaignEvent> events = draft.isPublished()
                    ? List.of(new CampaignArchived("campaign-" + id + "-archived", clock.instant(), id))
                    : List.of();
            return replace(draft.putAway(), draft.revision(), events);
        });
    }

    private record Checked(Draft draft, List<FieldProblem> problems) {}

    private Mono<Checked> problems(String id, BiFunction<DraftDefinition, Set<String>, List<FieldProblem>> check) {
        return store.all().collectList().flatMap(drafts -> {
            Set<String> taken = new HashSet<>();
            @Nullable Draft checked = null;
            for (Draft draft : drafts) {
                if (draft.id().equals(id)) {
                    checked = draft;
                } else {
                    taken.addAll(activityIds(draft));
                }
            }
            return checked == null
                    ? Mono.error(ProblemException.of(ProblemType.NOT_FOUND))
                    : Mono.just(new Checked(checked, check.apply(checked.definition(), taken)));
        });
    }

    private Mono<Publication> publishIfComplete(Checked checked) {
        Draft draft = checked.draft();
        if (draft.archived()) {
            return Mono.error(ProblemException.of(DraftProblems.ARCHIVED, draft.id()));
        }
        if (!checked.problems().isEmpty()) {
            return Mono.just(new Publication.Incomplete(checked.problems()));
        }
        var event = new CampaignPublished(
                "campaign-" + draft.id() + "@" + draft.revision(),
                clock.instant(),
                draft.id(),
                draft.revision(),
                draft.definition().complete());
        return replace(draft.published(), draft.revision(), List.of(event)).map(Publication.Published::new);
    }

    private Mono<Draft> replace(Draft draft, int expectedRevision, List<CampaignEvent> events) {
        return store.replace(draft, expectedRevision, events)
                .flatMap(replaced ->
                        replaced ? Mono.just(draft) : Mono.error(ProblemException.of(ProblemType.STALE_REVISION)));
    }

    private static List<String> activityIds(Draft draft) {
        return draft.definition().activitiesOrNone().stream()
                .map(DraftActivity::id)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String shortRandom() {
        return UuidCreator.getRandomBased().toString().substring(0, 8);
    }
}
