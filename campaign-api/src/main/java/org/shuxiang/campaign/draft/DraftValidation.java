package org.shuxiang.campaign.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.bank.BankCatalogue;
import org.shuxiang.campaign.draft.DraftDefinition.DraftActivity;
import org.shuxiang.campaign.draft.DraftDefinition.DraftEligibility;
import org.shuxiang.campaign.draft.DraftDefinition.DraftPart;
import org.shuxiang.campaign.draft.DraftDefinition.DraftText;
import org.shuxiang.campaign.draft.DraftDefinition.DraftWindow;
import org.shuxiang.campaign.region.RegionDirectory;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.platform.problem.FieldProblem;

/** Finds everything that keeps a draft from being published, all at once. */
public final class DraftValidation {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TAGLINE = 240;
    private static final int LONGEST_TEXT = 8_000;
    private static final int MOST_QUESTIONS = 100;
    private static final int SHORTEST_LIMIT_SECONDS = 10;
    private static final int LONGEST_LIMIT_SECONDS = 4 * 60 * 60;
    private static final int LONGEST_GRACE_SECONDS = 300;
    private static final int MOST_ATTEMPTS_PER_DAY = 100;
    private static final int MOST_ATTEMPTS_IN_ALL = 10_000;
    private static final String QUIZ = "QUIZ";

    private final RegionDirectory regions;
    private final BankCatalogue banks;

    public DraftValidation(RegionDirectory regions, BankCatalogue banks) {
        this.regions = regions;
        this.banks = banks;
    }

    /**
     * What is wrong, in the order of the form.
     *
     * @param takenActivityIds of all other campaigns
     */
    public List<FieldProblem> problems(DraftDefinition draft, Set<String> takenActivityIds) {
        return problems(draft, takenActivityIds, true);
    }

    /** The same, but for the question banks: for a campaign that is published before the first bank is there. */
    public List<FieldProblem> problemsButBanks(DraftDefinition draft, Set<String> takenActivityIds) {
        return problems(draft, takenActivityIds, false);
    }

    private List<FieldProblem> problems(DraftDefinition draft, Set<String> taken, boolean withBanks) {
        var found = new Found();
        found.id("id", draft.id());
        found.text("title", draft.title(), LONGEST_TITLE);
        found.text("tagline", draft.tagline(), LONGEST_TAGLINE);
        found.text("description", draft.description(), LONGEST_TEXT);
        found.window("window", draft.window());
        List<DraftActivity> activities = draft.activitiesOrNone();
        if (activities.isEmpty()) {
            found.add("activities", "NotEmpty");
        }
        var ids = new HashSet<String>();
        for (int i = 0; i < activities.size(); i++) {
            String path = "activities[" + i + "]";
            DraftActivity activity = activities.get(i);
            activity(found, path, activity, draft.window(), withBanks);
            @Nullable String id = activity.id();
            if (id != null && (!ids.add(id) || taken.contains(id))) {
                found.add(path + ".id", "Taken", id);
            }
        }
        return found.problems;
    }

    private void activity(
            Found found, String path, DraftActivity activity, @Nullable DraftWindow campaign, boolean withBanks) {
        found.id(path + ".id", activity.id());
        if (activity.kind() == null) {
            found.add(path + ".kind", "NotNull");
        } else if (!activity.kind().equals(QUIZ)) {
            found.add(path + ".kind", "Unknown", activity.kind());
        }
        found.text(path + ".title", activity.title(), LONGEST_TITLE);
        found.text(path + ".description", activity.description(), LONGEST_TEXT);
        found.text(path + ".rules", activity.rules(), LONGEST_TEXT);
        found.window(path + ".window", activity.window());
        found.inside(path + ".window", activity.window(), campaign);
        eligibility(found, path + ".eligibility", activity.eligibility());
        bank(found, path + ".bankId", activity.bankId(), withBanks);
        blueprint(found, path + ".blueprint", activity, withBanks);
        found.number(
                path + ".timeLimitSeconds", activity.timeLimitSeconds(), SHORTEST_LIMIT_SECONDS, LONGEST_LIMIT_SECONDS);
        found.number(path + ".graceSeconds", activity.graceSeconds(), 0, LONGEST_GRACE_SECONDS);
        found.number(path + ".attemptsPerDay", activity.attemptsPerDay(), 1, MOST_ATTEMPTS_PER_DAY);
        if (activity.attemptsInAll() != null) {
            found.number(path + ".attemptsInAll", activity.attemptsInAll(), 1, MOST_ATTEMPTS_IN_ALL);
        }
    }

    private void eligibility(Found found, String path, @Nullable DraftEligibility eligibility) {
        if (eligibility == null) {
            return;
        }
        Objects.requireNonNullElse(eligibility.regions(), Set.<String>of()).stream()
                .filter(code -> regions.find(code).isEmpty())
                .sorted()
                .forEach(code -> found.add(path + ".regions", "Unknown", code));
    }

    /** Services never call services: what is known here of a bank, quiz-service published. */
    private void bank(Found found, String path, @Nullable String bankId, boolean withBanks) {
        if (bankId == null || bankId.isBlank()) {
            found.add(path, "NotBlank");
        } else if (withBanks && !banks.knows(bankId)) {
            found.add(path, "BankUnknown", bankId);
        }
    }

    private void blueprint(Found found, String path, DraftActivity activity, boolean withBanks) {
        List<DraftPart> parts = Objects.requireNonNullElse(activity.blueprint(), List.of());
        if (parts.isEmpty()) {
            found.add(path, "NotEmpty");
        }
        long total = 0;
        var seen = new HashMap<Map.Entry<String, Difficulty>, Integer>();
        for (int i = 0; i < parts.size(); i++) {
            String at = path + "[" + i + "]";
            DraftPart part = parts.get(i);
            @Nullable String category = part.category();
            @Nullable Difficulty difficulty = part.difficulty();
            if (category == null || category.isBlank()) {
                found.add(at + ".category", "NotBlank");
            }
            if (difficulty == null) {
                found.add(at + ".difficulty", "NotNull");
            }
            boolean counts = found.number(at + ".count", part.count(), 1, MOST_QUESTIONS);
            total += part.count() == null ? 0 : part.count();
            if (category == null || difficulty == null) {
                continue;
            }
            @Nullable Integer earlier = seen.putIfAbsent(Map.entry(category, difficulty), i);
            if (earlier != null) {
                found.add(at, "Duplicate", earlier + 1);
            } else if (counts && withBanks) {
                shortfall(found, at + ".count", activity.bankId(), category, difficulty, part.count());
            }
        }
        if (total > MOST_QUESTIONS) {
            found.add(path, "TooManyQuestions", MOST_QUESTIONS);
        }
    }

    private void shortfall(
            Found found,
            String path,
            @Nullable String bankId,
            String category,
            Difficulty difficulty,
            @Nullable Integer wanted) {
        Optional<Long> available = bankId == null ? Optional.empty() : banks.questions(bankId, category, difficulty);
        available
                .filter(count -> wanted != null && count < wanted)
                .ifPresent(count -> found.add(path, "Shortfall", count));
    }

    private static final class Found {

        private final List<FieldProblem> problems = new ArrayList<>();

        void add(String field, String code, Object... arguments) {
            problems.add(new FieldProblem(field, code, arguments));
        }

        void id(String field, @Nullable String id) {
            if (id == null || id.isBlank()) {
                add(field, "NotBlank");
            } else if (!Identifiers.isWellFormed(id)) {
                add(field, "Identifier", Identifiers.LONGEST);
            }
        }

        void text(String field, @Nullable DraftText text, int longest) {
            language(field + ".zh", text == null ? null : text.zh(), longest);
            language(field + ".en", text == null ? null : text.en(), longest);
        }

        private void language(String field, @Nullable String text, int longest) {
            if (text == null || text.isBlank()) {
                add(field, "NotBlank");
            } else if (text.codePointCount(0, text.length()) > longest) {
                add(field, "Size", 1, longest);
            }
        }

        void window(String field, @Nullable DraftWindow window) {
            if (window == null || window.opensAt() == null) {
                add(field + ".opensAt", "NotNull");
            }
            if (window == null || window.closesAt() == null) {
                add(field + ".closesAt", "NotNull");
            }
            if (window != null
                    && window.opensAt() != null
                    && window.closesAt() != null
                    && !window.opensAt().isBefore(window.closesAt())) {
                add(field + ".closesAt", "WindowOrder");
            }
        }

        void inside(String field, @Nullable DraftWindow window, @Nullable DraftWindow campaign) {
            if (window == null || campaign == null) {
                return;
            }
            if (window.opensAt() != null
                    && campaign.opensAt() != null
                    && window.opensAt().isBefore(campaign.opensAt())) {
                add(field + ".opensAt", "WindowOutside");
            }
            if (window.closesAt() != null
                    && campaign.closesAt() != null
                    && window.closesAt().isAfter(campaign.closesAt())) {
                add(field + ".closesAt", "WindowOutside");
            }
        }

        boolean number(String field, @Nullable Integer number, int least, int most) {
            if (number == null) {
                add(field, "NotNull");
            } else if (number < least || number > most) {
                add(field, "Range", least, most);
            } else {
                return true;
            }
            return false;
        }
    }
}
