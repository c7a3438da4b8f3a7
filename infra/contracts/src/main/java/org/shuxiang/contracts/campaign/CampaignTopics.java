package org.shuxiang.contracts.campaign;

import org.shuxiang.contracts.Topic;

/** The topics that campaign-api writes, and nobody else. */
public final class CampaignTopics {

    /** Key: campaign id. */
    public static final Topic<CampaignEvent> CAMPAIGNS =
            new Topic<>("campaign.campaigns.v1", CampaignEvent.class, true);

    /** Key: library code. */
    public static final Topic<LibraryRegistered> LIBRARIES =
            new Topic<>("campaign.libraries.v1", LibraryRegistered.class, true);

    /** Key: visitor id. */
    public static final Topic<PageVisited> VISITS = new Topic<>("campaign.visits.v1", PageVisited.class, false);

    /** Key: participant id. */
    public static final Topic<ParticipationEvent> PARTICIPATIONS =
            new Topic<>("campaign.participations.v1", ParticipationEvent.class, false);

    /**
     * Key: participant id. The one topic with something personal in it, and that encrypted: an erasure deletes the key,
     * and compaction then removes the record itself.
     */
    public static final Topic<NicknameChosen> NICKNAMES =
            new Topic<>("campaign.nicknames.v1", NicknameChosen.class, true);

    /** Key: campaign id. */
    public static final Topic<FreezeEvent> FREEZES = new Topic<>("campaign.freezes.v1", FreezeEvent.class, true);

    private CampaignTopics() {}
}
