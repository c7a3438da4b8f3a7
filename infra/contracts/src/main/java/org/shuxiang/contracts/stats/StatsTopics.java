package org.shuxiang.contracts.stats;

import org.shuxiang.contracts.Topic;

/** The topics that stats-aggregator writes, and nobody else. */
public final class StatsTopics {

    /** Key: {@link BoardKey#text()}. Every figure as it is, however small the group: for organisers. */
    public static final Topic<BoardEvent> BOARDS = new Topic<>("stats.boards.v1", BoardEvent.class, true);

    private StatsTopics() {}
}
