package org.shuxiang.campaign.draft;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Text;
import org.shuxiang.contracts.Window;
import org.shuxiang.contracts.campaign.Activity;
import org.shuxiang.contracts.campaign.BlueprintPart;
import org.shuxiang.contracts.campaign.CampaignDefinition;
import org.shuxiang.contracts.campaign.Eligibility;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.platform.input.PlainText;

/**
 * A campaign in the making: the shape of a {@link CampaignDefinition} in which everything may still be missing. The
 * constraints here keep out only what could not be stored; what a campaign needs, {@link DraftValidation} says.
 */
public record DraftDefinition(
        @Nullable @PlainText(min = 0, max = 200) String id,
        @Nullable @Valid DraftText title,
        @Nullable @Valid DraftText tagline,
        @Nullable @Valid DraftText description,
        @Nullable DraftWindow window,
        @Nullable @Size(max = 50) List<@NotNull @Valid DraftActivity> activities) {

    /** A text in two languages, either of which may be missing. */
    public record DraftText(
            @Nullable @PlainText(min = 0, max = 10_000, lines = true)
            String zh,

            @Nullable @PlainText(min = 0, max = 10_000, lines = true)
            String en) {

        static DraftText of(Text text) {
            return new DraftText(text.zh(), text.en());
        }

        Text complete() {
            return new Text(Objects.requireNonNull(zh), Objects.requireNonNull(en));
        }
    }

    /** A span of time, of which either end may be missing. */
    public record DraftWindow(
            @Nullable Instant opensAt, @Nullable Instant closesAt) {

        public static DraftWindow of(Window window) {
            return new DraftWindow(window.opensAt(), window.closesAt());
        }

        Window complete() {
            return new Window(Objects.requireNonNull(opensAt), Objects.requireNonNull(closesAt));
        }
    }

    /** Who may take part; empty or missing for all. */
    public record DraftEligibility(
            @Nullable Set<@NotNull AgeBand> ageBands,
            @Nullable @Size(max = 500) Set<@NotNull @PlainText(min = 0, max = 20) String> regions) {

        Eligibility complete() {
            return new Eligibility(
                    Objects.requireNonNullElse(ageBands, Set.of()), Objects.requireNonNullElse(regions, Set.of()));
        }
    }

    /** A part of the blueprint. */
    public record DraftPart(
            @Nullable @PlainText(min = 0, max = 200) String category,
            @Nullable Difficulty difficulty,
            @Nullable Integer count) {

        BlueprintPart complete() {
            return new BlueprintPart(
                    Objects.requireNonNull(category),
                    Objects.requireNonNull(difficulty),
                    Objects.requireNonNull(count));
        }
    }

    /** An activity. */
    public record DraftActivity(
            @Nullable @PlainText(min = 0, max = 200) String id,
            @Nullable @PlainText(min = 0, max = 50) String kind,
            @Nullable @Valid DraftText title,
            @Nullable @Valid DraftText description,
            @Nullable @Valid DraftText rules,
            @Nullable DraftWindow window,
            @Nullable @Valid DraftEligibility eligibility,
            @Nullable @PlainText(min = 0, max = 200) String bankId,
            @Nullable @Size(max = 200) List<@NotNull @Valid DraftPart> blueprint,
            @Nullable Integer timeLimitSeconds,
            @Nullable Integer graceSeconds,
            @Nullable Integer attemptsPerDay,
            @Nullable Integer attemptsInAll) {

        DraftActivity with(@Nullable String newId, @Nullable DraftWindow newWindow) {
            return new DraftActivity(
                    newId,
                    kind,
                    title,
                    description,
                    rules,
                    newWindow,
                    eligibility,
                    bankId,
                    blueprint,
                    timeLimitSeconds,
                    graceSeconds,
                    attemptsPerDay,
                    attemptsInAll);
        }

        Activity complete() {
            return new Activity.Quiz(
                    Objects.requireNonNull(id),
                    Objects.requireNonNull(title).complete(),
                    Objects.requireNonNull(description).complete(),
                    Objects.requireNonNull(rules).complete(),
                    Objects.requireNonNull(window).complete(),
                    eligibility == null ? Eligibility.EVERYBODY : eligibility.complete(),
                    Objects.requireNonNull(bankId),
                    Objects.requireNonNull(blueprint).stream()
                            .map(DraftPart::complete)
                            .toList(),
                    Objects.requireNonNull(timeLimitSeconds),
                    Objects.requireNonNull(graceSeconds),
                    Objects.requireNonNull(attemptsPerDay),
                    attemptsInAll);
        }
    }

    /** The activities, also when none were given yet. */
    List<DraftActivity> activitiesOrNone() {
        return Objects.requireNonNullElse(activities, List.of());
    }

    /** The same draft under that id. */
    public DraftDefinition withId(String newId) {
        return new DraftDefinition(newId, title, tagline, description, window, activities);
    }

    /** The campaign, for a draft in which {@link DraftValidation} found nothing wrong. */
    public CampaignDefinition complete() {
        return new CampaignDefinition(
                Objects.requireNonNull(id),
                Objects.requireNonNull(title).complete(),
                Objects.requireNonNull(tagline).complete(),
                Objects.requireNonNull(description).complete(),
                Objects.requireNonNull(window).complete(),
                activitiesOrNone().stream().map(DraftActivity::complete).toList());
    }
}
