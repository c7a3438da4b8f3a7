package org.shuxiang.campaign.visit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Programs that fetch pages and are nobody's visit, by what they call themselves. */
public final class Crawlers {

    /** Searching takes time for each character, and nobody but an attacker needs more of them. */
    private static final int LONGEST = 512;

    private static final int REMEMBERED = 10_000;

    // one by one, because most are plain words: an alternation of them all takes several times as long
    private final List<Pattern> names;
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** @param patterns regular expressions, each to be found anywhere in a user agent */
    public Crawlers(Collection<String> patterns) {
        this.names = patterns.stream().map(Pattern::compile).toList();
    }

    /** The list that comes with the service; {@code #} begins a comment. */
    public static Crawlers load() {
        try (@Nullable InputStream file = Crawlers.class.getResourceAsStream("/visits/crawlers.txt")) {
            if (file == null) {
                throw new IllegalStateException("visits/crawlers.txt is missing");
            }
            var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines();
            return new Crawlers(lines.filter(line -> !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a request with that user agent is a crawler's; every browser says something. */
    public boolean sent(@Nullable String userAgent) {
        return userAgent == null
                || userAgent.isBlank()
                || known.get(userAgent.substring(0, Math.min(userAgent.length(), LONGEST)), this::isNamed);
    }

    private boolean isNamed(String userAgent) {
        return names.stream().anyMatch(name -> name.matcher(userAgent).find());
    }
}
