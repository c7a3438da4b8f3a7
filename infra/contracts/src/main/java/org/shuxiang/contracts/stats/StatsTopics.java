package org.shuxiang.contracts.stats;

import org.shuxiang.contracts.Topic;

/** The topics that stats-aggregator writes, and nobody else. */
public final class StatsTopics {

    /** Key: {@link BoardKey#text()}. Every figure as it is, however small the group: for organisers. */
    public static final Topic<BoardEvent> BOARDS = new Topic<>("stats.boards.v1", BoardEvent.class, true);

    /**
     * Key: {@link BoardKey#text()}. What everybody may see, and all that anybody but a national organiser is shown: while
     * a campaign's boards are frozen nothing of it is written here.
     */
    public static final Topic<PublicBoardEvent> PUBLIC_BOARDS =
            new Topic<>("stats.public-boards.v1", PublicBoardEvent.class, true);

    private StatsTopics() {}
}
