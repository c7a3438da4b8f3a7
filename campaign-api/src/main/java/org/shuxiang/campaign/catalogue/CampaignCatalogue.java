package org.shuxiang.campaign.catalogue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.campaign.CampaignDefinition;
import org.shuxiang.contracts.campaign.CampaignEvent;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignArchived;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignPublished;

/** The campaigns that are published and not archived, by what the log says of them. */
public final class CampaignCatalogue {

    private static final Comparator<CampaignDefinition> BY_OPENING =
            Comparator.comparing(campaign -> campaign.window().opensAt());

    private final Map<String, CampaignDefinition> byId = new ConcurrentHashMap<>();

    /** Takes what the log says of a campaign; null: it is no more. */
    public void apply(String id, @Nullable CampaignEvent event) {
        switch (event) {
            case CampaignPublished published -> byId.put(id, published.definition());
            case CampaignArchived archived -> byId.remove(id);
            case null -> byId.remove(id);
        }
    }

    public Optional<CampaignDefinition> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The one that opens last first. */
    public List<CampaignDefinition> newestFirst() {
        return byId.values().stream()
                .sorted(BY_OPENING.reversed().thenComparing(CampaignDefinition::id))
                .toList();
    }

    /** The one for the home page: that which opened last and is open, else the next to open, else the last to close. */
    public Optional<CampaignDefinition> current(Instant now) {
        return in(CampaignState.OPEN, now)
                .max(BY_OPENING)
                .or(() -> in(CampaignState.PUBLISHED, now).min(BY_OPENING))
                .or(() -> in(CampaignState.CLOSED, now)
                        .max(Comparator.comparing(campaign -> campaign.window().closesAt())));
    }

    private Stream<CampaignDefinition> in(CampaignState state, Instant now) {
        Predicate<CampaignDefinition> isIn = campaign -> CampaignState.ofPublished(campaign.window(), now) == state;
        return byId.values().stream().filter(isIn);
    }
}
