package org.shuxiang.quiz.bank;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.Question;

/**
 * What a version of a bank says anew about questions that were asked before: the question is the same, its answer is
 * another.
 *
 * @param version that brings the new answers
 * @param askedSince ids of the questions, each with the earliest version that asks the same
 */
public record KeyCorrection(String bankId, int version, Map<String, Integer> askedSince) {

    public KeyCorrection {
        askedSince = Map.copyOf(askedSince);
    }

    /** Empty when no key of an earlier version changes. */
    static Optional<KeyCorrection> of(NavigableMap<Integer, BankVersion> versions, BankVersion next) {
        NavigableMap<Integer, BankVersion> newestFirst =
                versions.headMap(next.version(), false).descendingMap();
        if (newestFirst.isEmpty()) {
            return Optional.empty();
        }
        BankVersion previous = newestFirst.firstEntry().getValue();
        var askedSince = new HashMap<String, Integer>();
        for (Question question : next.questions()) {
            @Nullable Question before = previous.question(question.id()).orElse(null);
            if (before != null
                    && question.asksTheSameAs(before)
                    && !question.answer().equals(before.answer())) {
                askedSince.put(question.id(), askedSince(newestFirst, question));
            }
        }
        return askedSince.isEmpty()
                ? Optional.empty()
                : Optional.of(new KeyCorrection(next.bankId(), next.version(), askedSince));
    }

    private static int askedSince(NavigableMap<Integer, BankVersion> newestFirst, Question question) {
        int since = newestFirst.firstKey();
        for (BankVersion version : newestFirst.values()) {
            if (version.question(question.id()).filter(question::asksTheSameAs).isEmpty()) {
                break;
            }
            since = version.version();
        }
        return since;
    }
}
