package org.shuxiang.campaign.draft;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.draft.DraftDefinition.DraftActivity;
import org.shuxiang.campaign.draft.DraftDefinition.DraftWindow;

/** Last year's campaign as the beginning of this year's: new ids, everything else later by the same span of time. */
final class Cloning {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Pattern YEAR_AT_END = Pattern.compile("(.*-)?((?:19|20)\\d\\d)");

    private Cloning() {}

    /**
     * The clone, its id and those of its activities unlike any that is taken.
     *
     * @param id of the clone, or null to derive it from the source's
     * @param opensAt of the clone, or null for a year after the source
     */
    static DraftDefinition clone(
            DraftDefinition source,
            @Nullable String id,
            @Nullable Instant opensAt,
            Set<String> takenCampaigns,
            Set<String> takenActivities) {
        @Nullable
        Instant sourceOpens = source.window() == null ? null : source.window().opensAt();
        @Nullable Instant opens = opensAt != null || sourceOpens == null ? opensAt : aYearAfter(sourceOpens);
        Duration shift = sourceOpens == null || opens == null ? Duration.ZERO : Duration.between(sourceOpens, opens);

        var taken = new HashSet<>(takenActivities);
        List<DraftActivity> activities = new ArrayList<>();
        for (DraftActivity activity : source.activitiesOrNone()) {
            @Nullable String activityId = activity.id();
            if (activityId != null) {
                activityId = free(renamed(activityId, opens), taken);
                taken.add(activityId);
            }
            activities.add(activity.with(activityId, moved(activity.window(), shift)));
        }
        @Nullable DraftWindow window = moved(source.window(), shift);
        if (sourceOpens == null && opens != null) {
            window = new DraftWindow(opens, window == null ? null : window.closesAt());
        }
        String newId = id != null ? id : free(renamed(Objects.requireNonNull(source.id()), opens), takenCampaigns);
        return new DraftDefinition(newId, source.title(), source.tagline(), source.description(), window, activities);
    }

    private static Instant aYearAfter(Instant moment) {
        return moment.atZone(CHINA).plusYears(1).toInstant();
    }

    private static @Nullable DraftWindow moved(@Nullable DraftWindow window, Duration shift) {
        if (window == null) {
            return null;
        }
        return new DraftWindow(
                window.opensAt() == null ? null : window.opensAt().plus(shift),
                window.closesAt() == null ? null : window.closesAt().plus(shift));
    }

    /** {@code chunjie-2026} becomes {@code chunjie-2027} for a clone that opens in 2027. */
    private static String renamed(String id, @Nullable Instant opens) {
        Matcher matcher = YEAR_AT_END.matcher(id);
        return opens != null && matcher.matches()
                ? Objects.requireNonNullElse(matcher.group(1), "")
                        + opens.atZone(CHINA).getYear()
                : id;
    }

    private static String free(String wanted, Set<String> taken) {
        String id = wanted;
        for (int number = 2; taken.contains(id); number++) {
            String suffix = "-" + number;
            String stem = wanted.substring(0, Math.min(wanted.length(), Identifiers.LONGEST - suffix.length()));
            id = stem + suffix;
        }
        return id;
    }
}
