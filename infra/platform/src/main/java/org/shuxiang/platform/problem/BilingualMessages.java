package org.shuxiang.platform.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/** Texts of the message bundles in both languages at once. */
public final class BilingualMessages {

    private final MessageSource messages;

    public BilingualMessages(MessageSource messages) {
        this.messages = messages;
    }

    /** The text in both languages, keyed {@code zh} and {@code en}. */
    public Map<String, String> of(String key, Object... arguments) {
        var both = new LinkedHashMap<String, String>();
        both.put("zh", text(Locale.CHINESE, key, arguments));
        both.put("en", text(Locale.ENGLISH, key, arguments));
        return both;
    }

    /** What is wrong with a field, in both languages. */
    public Map<String, String> of(FieldProblem problem) {
        return of("invalid." + problem.code(), problem.arguments());
    }

    String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
