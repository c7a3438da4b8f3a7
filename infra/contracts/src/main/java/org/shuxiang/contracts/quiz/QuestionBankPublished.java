package org.shuxiang.contracts.quiz;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Event;

/**
 * A version of a question bank, whole; versions stay for ever, so that an old attempt can be graded against what was
 * asked. Key: bank id, "@", version.
 *
 * @param bankVersion 1, 2, 3 …
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public record QuestionBankPublished(
        String eventId, Instant occurredAt, String bankId, int bankVersion, String title, List<Question> questions)
        implements Event {

    public QuestionBankPublished {
        questions = List.copyOf(questions);
    }

    @Override
    public @Nullable String campaignId() {
        return null;
    }
}
