package org.shuxiang.contracts.campaign;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Text;
import org.shuxiang.contracts.Window;

/** Something that people take part in during a campaign. Contests, lotteries, surveys and the like will join here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = Activity.Quiz.class, name = "QUIZ")})
public sealed interface Activity {

    /** Unique among all activities of all campaigns: lowercase letters, digits and hyphens. */
    String id();

    Text title();

    Text description();

    Text rules();

    Window window();

    Eligibility eligibility();

    /**
     * Questions drawn from a bank by a blueprint.
     *
     * @param bankId the question bank
     * @param timeLimitSeconds from the issue of a paper to its submission
     * @param graceSeconds what the network may take beyond the limit
     * @param attemptsPerDay attempts that count on one day (Asia/Shanghai)
     * @param attemptsInAll attempts that count in the whole window, or null for no limit but the daily one
     */
    record Quiz(
            String id,
            Text title,
            Text description,
            Text rules,
            Window window,
            Eligibility eligibility,
            String bankId,
            List<BlueprintPart> blueprint,
            int timeLimitSeconds,
            int graceSeconds,
            int attemptsPerDay,
            @Nullable Integer attemptsInAll)
            implements Activity {

        public Quiz {
            blueprint = List.copyOf(blueprint);
        }

        /** How many questions a paper has. */
        public int questionCount() {
            return blueprint.stream().mapToInt(BlueprintPart::count).sum();
        }
    }
}
