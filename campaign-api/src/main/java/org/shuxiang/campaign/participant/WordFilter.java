package org.shuxiang.campaign.participant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Words that a public name may not contain, however they are written: full-width letters, capitals, blanks and
 * punctuation in between do not hide one. A word that itself has punctuation (such as {@code .com}) is looked for with
 * it.
 */
public final class WordFilter {

    private final List<String> words;
    private final List<String> wordsWithPunctuation;

    public WordFilter(Collection<String> blocked) {
        this.words = blocked.stream()
                .filter(word -> lettersOf(word).equals(visibleOf(word)))
                .map(WordFilter::lettersOf)
                .toList();
        this.wordsWithPunctuation = blocked.stream()
                .filter(word -> !lettersOf(word).equals(visibleOf(word)))
                .map(WordFilter::visibleOf)
                .toList();
    }

    /** The list that comes with the service; {@code #} begins a comment. */
    public static WordFilter load() {
        try (@Nullable InputStream file = WordFilter.class.getResourceAsStream("/moderation/blocked-words.txt")) {
            if (file == null) {
                throw new IllegalStateException("no list of blocked words");
            }
            var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            return new WordFilter(reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean blocks(String text) {
        String letters = lettersOf(text);
        String visible = visibleOf(text);
        return words.stream().anyMatch(letters::contains)
                || wordsWithPunctuation.stream().anyMatch(visible::contains);
    }

    private static String lettersOf(String text) {
        return kept(text, Character::isLetterOrDigit);
    }

    private static String visibleOf(String text) {
        return kept(text, c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !isInvisible(c));
    }

    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT;
    }

    private static String kept(String text, IntPredicate keep) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(keep)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
