package org.shuxiang.campaign.board.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuxiang.campaign.board.Audience;
import org.shuxiang.campaign.board.Board;
import org.shuxiang.campaign.board.BoardStore;
import org.shuxiang.campaign.board.LiveBoards;
import org.shuxiang.contracts.Event;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.stats.BoardEvent;
import org.shuxiang.contracts.stats.BoardEvent.BoardUpdated;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.PublicBoardEvent;
import org.shuxiang.contracts.stats.PublicBoardEvent.BoardPublished;
import org.shuxiang.contracts.stats.StatsTopics;
import org.shuxiang.platform.log.EventConsumer;
import org.shuxiang.platform.log.LoggedEvent;
import org.shuxiang.platform.log.TopicDeclaration;
import org.shuxiang.platform.log.TopicReplica;
import org.shuxiang.platform.log.TopicReplicas;
import org.shuxiang.platform.log.ViewRebuild;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The consumer groups {@code campaign-api.boards} and {@code campaign-api.public-boards}, which store every board once,
 * and the replicas of the watched boards, which every instance has for its own listeners.
 */
@Configuration(proxyBeanMethods = false)
class BoardStreams {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    TopicDeclaration boardTopics() {
        return TopicDeclaration.of(StatsTopics.BOARDS, StatsTopics.PUBLIC_BOARDS);
    }

    @Bean
    EventConsumer<BoardEvent> storeBoards(BoardStore store) {
        return new EventConsumer<>(StatsTopics.BOARDS, batch -> save(store, Audience.NATIONAL, batch));
    }

    @Bean
    EventConsumer<PublicBoardEvent> storePublicBoards(BoardStore store) {
        return new EventConsumer<>(StatsTopics.PUBLIC_BOARDS, batch -> save(store, Audience.PUBLIC, batch));
    }

    @Bean
    ViewRebuild.View boardsView() {
        return new ViewRebuild.View("storeBoards", List.of("boards"));
    }

    @Bean
    ViewRebuild.View publicBoardsView() {
        return new ViewRebuild.View("storePublicBoards", List.of("public_boards"));
    }

    @Bean
    TopicReplica<BoardEvent> boardsReplica(
            TopicReplicas replicas, @Qualifier("nationalLiveBoards") LiveBoards nationalLiveBoards) {
        return replicas.follow(StatsTopics.BOARDS, BoardStreams::isWatched, (key, event, offset) -> {
            if (event instanceof BoardUpdated updated) {
                nationalLiveBoards.apply(Board.of(updated), offset);
            }
        });
    }

    @Bean
    TopicReplica<PublicBoardEvent> publicBoardsReplica(
            TopicReplicas replicas, @Qualifier("publicLiveBoards") LiveBoards publicLiveBoards) {
        return replicas.follow(StatsTopics.PUBLIC_BOARDS, BoardStreams::isWatched, (key, event, offset) -> {
            if (event instanceof BoardPublished published) {
                publicLiveBoards.apply(Board.of(published), offset);
            }
        });
    }

    private static boolean isWatched(String key) {
        return LiveBoards.isWatched(BoardKey.parse(key));
    }

    /** Of a board that changed several times in the batch the last alone is written. */
    private static <E extends Event> void save(BoardStore store, Audience audience, List<LoggedEvent<E>> batch) {
        Map<String, E> newest = new HashMap<>();
        batch.forEach(logged -> newest.put(logged.key(), logged.event()));
        Map<String, byte[]> events = new HashMap<>();
        newest.forEach((key, event) -> events.put(key, EventJson.write(event)));
        store.saveAll(audience, events).block(PATIENCE);
    }
}
