package org.shuxiang.campaign.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuxiang.campaign.bank.BankCatalogue;
import org.shuxiang.campaign.draft.DraftDefinition.DraftActivity;
import org.shuxiang.campaign.draft.DraftDefinition.DraftEligibility;
import org.shuxiang.campaign.draft.DraftDefinition.DraftPart;
import org.shuxiang.campaign.draft.DraftDefinition.DraftText;
import org.shuxiang.campaign.draft.DraftDefinition.DraftWindow;
import org.shuxiang.campaign.region.RegionDirectory;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.contracts.quiz.QuestionKind;

class DraftValidationTest {

    private static final Instant OPENS = Instant.parse("2026-02-16T16:00:00Z");
    private static final DraftText TEXT = new DraftText("文字", "text");
    private static final DraftWindow WINDOW = new DraftWindow(OPENS, OPENS.plusSeconds(3600));

    private final BankCatalogue banks = new BankCatalogue();
    private final DraftValidation validation = new DraftValidation(RegionDirectory.load(), banks);

    DraftValidationTest() {
        var question = new Question(
                "q",
                QuestionKind.TRUE_FALSE,
                "春节",
                Difficulty.EASY,
                "？",
                List.of("对", "错"),
                List.of(0),
                "。",
                "书",
                null);
        banks.apply(new QuestionBankPublished("e", OPENS, "bank", 1, "题库", List.of(question)));
    }

    @Test
    void findsNothingWrongWithACompleteCampaign() {
        assertThat(problems(draft(activity()))).isEmpty();
        assertThat(draft(activity()).complete().activities()).hasSize(1);
    }

    @Test
    void listsEverythingThatAnEmptyDraftMisses() {
        assertThat(problems(new DraftDefinition(null, null, null, null, null, null)))
                .containsExactly(
                        "id NotBlank",
                        "title.zh NotBlank",
                        "title.en NotBlank",
                        "tagline.zh NotBlank",
                        "tagline.en NotBlank",
                        "description.zh NotBlank",
                        "description.en NotBlank",
                        "window.opensAt NotNull",
                        "window.closesAt NotNull",
                        "activities NotEmpty");
    }

    @Test
    void listsEverythingThatAnEmptyActivityMisses() {
        var empty = new DraftActivity(null, null, null, null, null, null, null, null, null, null, null, null, null);
        assertThat(problems(draft(empty)))
                .contains(
                        "activities[0].id NotBlank",
                        "activities[0].kind NotNull",
                        "activities[0].rules.en NotBlank",
                        "activities[0].window.opensAt NotNull",
                        "activities[0].bankId NotBlank",
                        "activities[0].blueprint NotEmpty",
                        "activities[0].timeLimitSeconds NotNull",
                        "activities[0].graceSeconds NotNull",
                        "activities[0].attemptsPerDay NotNull")
                .doesNotContain("activities[0].attemptsInAll NotNull");
    }

    @Test
    void wantsWindowsInOrderAndActivitiesInside() {
        var backwards = new DraftWindow(OPENS.plusSeconds(60), OPENS);
        assertThat(problems(draft(activity().with("quiz", backwards))))
                .containsExactly("activities[0].window.closesAt WindowOrder");
        var outside = new DraftWindow(OPENS.minusSeconds(1), OPENS.plusSeconds(3601));
        assertThat(problems(draft(activity().with("quiz", outside))))
                .containsExactly(
                        "activities[0].window.opensAt WindowOutside", "activities[0].window.closesAt WindowOutside");
    }

    @Test
    void wantsIdsThatAreWellFormedAndUnlikeAllOthers() {
        assertThat(problems(draft(activity().with("Quiz One", WINDOW)))).containsExactly("activities[0].id Identifier");
        assertThat(problems(draft(activity(), activity()))).containsExactly("activities[1].id Taken");
        assertThat(validation.problems(draft(activity()), Set.of("quiz")))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("activities[0].id Taken");
    }

    @Test
    void wantsNumbersWithinReason() {
        assertThat(problems(draft(numbers(9, 301, 0, 0))))
                .containsExactly(
                        "activities[0].timeLimitSeconds Range",
                        "activities[0].graceSeconds Range",
                        "activities[0].attemptsPerDay Range",
                        "activities[0].attemptsInAll Range");
        assertThat(problems(draft(numbers(600, 0, 1, null)))).isEmpty();
    }

    @Test
    void knowsWhatTheBankCannotGive() {
        assertThat(problems(draft(blueprint("bank", new DraftPart("春节", Difficulty.EASY, 2)))))
                .containsExactly("activities[0].blueprint[0].count Shortfall");
        assertThat(problems(draft(blueprint("bank", new DraftPart("唐诗", Difficulty.EASY, 1)))))
                .containsExactly("activities[0].blueprint[0].count Shortfall");
        assertThat(problems(draft(blueprint("other", new DraftPart("春节", Difficulty.EASY, 1)))))
                .containsExactly("activities[0].bankId BankUnknown");
        assertThat(validation.problemsButBanks(
                        draft(blueprint("other", new DraftPart("春节", Difficulty.EASY, 9))), Set.of()))
                .isEmpty();
    }

    @Test
    void wantsABlueprintThatSaysEachThingOnce() {
        var part = new DraftPart("春节", Difficulty.EASY, 1);
        assertThat(problems(draft(blueprint("bank", part, part))))
                .containsExactly("activities[0].blueprint[1] Duplicate");
        assertThat(problems(draft(blueprint("bank", new DraftPart(" ", null, 0)))))
                .containsExactly(
                        "activities[0].blueprint[0].category NotBlank",
                        "activities[0].blueprint[0].difficulty NotNull",
                        "activities[0].blueprint[0].count Range");
    }

    @Test
    void wantsRegionsThatThereAre() {
        assertThat(problems(draft(eligible(new DraftEligibility(null, Set.of("440000", "999999"))))))
                .containsExactly("activities[0].eligibility.regions Unknown");
    }

    private List<String> problems(DraftDefinition draft) {
        return validation.problems(draft, Set.of()).stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    private static DraftDefinition draft(DraftActivity... activities) {
        return new DraftDefinition("campaign", TEXT, TEXT, TEXT, WINDOW, List.of(activities));
    }

    private static DraftActivity activity() {
        return new DraftActivity(
                "quiz",
                "QUIZ",
                TEXT,
                TEXT,
                TEXT,
                WINDOW,
                null,
                "bank",
                List.of(new DraftPart("春节", Difficulty.EASY, 1)),
                600,
                15,
                5,
                null);
    }

    private static DraftActivity numbers(int limit, int grace, int perDay, @Nullable Integer inAll) {
        return new DraftActivity(
                "quiz",
                "QUIZ",
                TEXT,
                TEXT,
                TEXT,
                WINDOW,
                null,
                "bank",
                List.of(new DraftPart("春节", Difficulty.EASY, 1)),
                limit,
                grace,
                perDay,
                inAll);
    }

    private static DraftActivity blueprint(String bank, DraftPart... parts) {
        return new DraftActivity(
                "quiz", "QUIZ", TEXT, TEXT, TEXT, WINDOW, null, bank, List.of(parts), 600, 15, 5, null);
    }

    private static DraftActivity eligible(DraftEligibility eligibility) {
        return new DraftActivity(
                "quiz",
                "QUIZ",
                TEXT,
                TEXT,
                TEXT,
                WINDOW,
                eligibility,
                "bank",
                List.of(new DraftPart("春节", Difficulty.EASY, 1)),
                600,
                15,
                5,
                null);
    }
}
