package org.shuxiang.quiz.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shuxiang.contracts.campaign.BlueprintPart;
import org.shuxiang.contracts.quiz.Difficulty;
import org.shuxiang.quiz.bank.BankVersion;

/** A blueprint wants more questions of a category and difficulty than the bank has. */
public record Shortfall(String category, Difficulty difficulty, int wanted, int available) {

    private record Shelf(String category, Difficulty difficulty) {}

    /** In the order of the blueprint; parts that draw from the same questions count together. */
    public static List<Shortfall> of(BankVersion bank, List<BlueprintPart> blueprint) {
        Map<Shelf, Integer> wanted = new LinkedHashMap<>();
        blueprint.forEach(
                part -> wanted.merge(new Shelf(part.category(), part.difficulty()), part.count(), Integer::sum));
        return wanted.entrySet().stream()
                .map(entry -> new Shortfall(
                        entry.getKey().category(),
                        entry.getKey().difficulty(),
                        entry.getValue(),
                        bank.questions(entry.getKey().category(), entry.getKey().difficulty())
                                .size()))
                .filter(shelf -> shelf.wanted() > shelf.available())
                .toList();
    }
}
