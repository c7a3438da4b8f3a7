package org.shuxiang.quiz.paper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which attempt: it follows from activity, participant and number, so that whoever sends the same sheet again means the
 * same attempt.
 *
 * @param number from 1
 */
public record AttemptId(String activityId, String participantId, int number) {

    /** A tilde needs no escape in a path (RFC 3986) and stands in no id. */
    private static final String SEPARATOR = "~";

    private static final Pattern TEXT = Pattern.compile("([a-z0-9-]{1,64})~([0-9a-f-]{36})~([1-9][0-9]{0,5})");

    /** As the API, the log and the views write it. */
    public String text() {
        return ledger() + SEPARATOR + number;
    }

    /** The id of the participant's ledger in the activity. */
    public String ledger() {
        return activityId + SEPARATOR + participantId;
    }

    /** Empty when the text is no such id. */
    public static Optional<AttemptId> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new AttemptId(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }
}
