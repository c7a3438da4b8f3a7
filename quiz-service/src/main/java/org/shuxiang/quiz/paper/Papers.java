package org.shuxiang.quiz.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.shuxiang.contracts.campaign.BlueprintPart;
import org.shuxiang.contracts.quiz.Question;
import org.shuxiang.contracts.quiz.QuestionKind;
import org.shuxiang.quiz.bank.BankVersion;

/**
 * Derives papers: which questions, in which order, with which order of options, by {@link Chance} over the attempt and
 * the moment of issue. No paper is stored anywhere, and nobody but the server can foretell one.
 */
public final class Papers {

    private final byte[] secret;

    public Papers(byte[] secret) {
        this.secret = secret.clone();
    }

    /** The paper of an attempt; shorter than the blueprint where the bank has too few questions. */
    public Paper derive(AttemptId attempt, Instant issuedAt, BankVersion bank, List<BlueprintPart> blueprint) {
        return draw(
                bank,
                blueprint,
                "paper|" + attempt.text() + "|" + bank.bankId() + "|" + bank.version() + "|" + issuedAt.toEpochMilli());
    }

    /** A paper such as a participant might get, for an organiser to look at. */
    public Paper preview(BankVersion bank, List<BlueprintPart> blueprint, String seed) {
        return draw(bank, blueprint, "preview|" + bank.bankId() + "|" + seed);
    }

    private Paper draw(BankVersion bank, List<BlueprintPart> blueprint, String purpose) {
        var chance = new Chance(secret, purpose);
        Set<String> taken = new HashSet<>();
        var questions = new ArrayList<Question>();
        for (BlueprintPart part : blueprint) {
            List<Question> shelf = bank.questions(part.category(), part.difficulty()).stream()
                    .filter(question -> !taken.contains(question.id()))
                    .toList();
            for (Question question : chance.draw(shelf, part.count())) {
                taken.add(question.id());
                questions.add(question);
            }
        }
        return new Paper(chance.draw(questions, questions.size()).stream()
                .map(question -> new Paper.Item(question, order(question, chance)))
                .toList());
    }

    private static List<Integer> order(Question question, Chance chance) {
        List<Integer> asWritten =
                IntStream.range(0, question.options().size()).boxed().toList();
        // "true" before "false" is what everybody expects
        return question.kind() == QuestionKind.TRUE_FALSE ? asWritten : chance.draw(asWritten, asWritten.size());
    }
}
