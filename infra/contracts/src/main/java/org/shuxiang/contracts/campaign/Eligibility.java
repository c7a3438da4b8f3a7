package org.shuxiang.contracts.campaign;

import java.util.Set;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Participant;

/**
 * Who may take part.
 *
 * @param ageBands empty for all
 * @param regions codes of provinces, cities or counties; empty for all
 */
public record Eligibility(Set<AgeBand> ageBands, Set<String> regions) {

    public static final Eligibility EVERYBODY = new Eligibility(Set.of(), Set.of());

    public Eligibility {
        ageBands = Set.copyOf(ageBands);
        regions = Set.copyOf(regions);
    }

    public boolean admits(Participant participant) {
        return (ageBands.isEmpty() || ageBands.contains(participant.ageBand()))
                && (regions.isEmpty()
                        || regions.contains(participant.province())
                        || (participant.city() != null && regions.contains(participant.city()))
                        || (participant.county() != null && regions.contains(participant.county())));
    }
}
