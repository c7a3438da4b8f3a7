package org.shuxiang.campaign.board;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.catalogue.CampaignCatalogue;
import org.shuxiang.campaign.freeze.Freezes;
import org.shuxiang.campaign.library.LibraryDirectory;
import org.shuxiang.campaign.library.LibraryTree;
import org.shuxiang.campaign.participant.Nicknames;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.stats.BoardEvent;
import org.shuxiang.contracts.stats.BoardEvent.BoardUpdated;
import org.shuxiang.contracts.stats.BoardEvent.Ranked;
import org.shuxiang.contracts.stats.BoardEvent.RankingUpdated;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.contracts.stats.Figure;
import org.shuxiang.contracts.stats.PublicBoardEvent;
import org.shuxiang.contracts.stats.PublicBoardEvent.BoardPublished;
import org.shuxiang.contracts.stats.PublicBoardEvent.RankingPublished;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import reactor.core.publisher.Mono;

/**
 * Boards and rankings, to whom they may be shown. What is not for national organisers comes from the public boards alone.
 *
 * <p>Errors: {@link ProblemException} where there is no such campaign, or the caller may not see the board.
 */
public final class ShowingBoards {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int CACHED = 1_000;

    private final BoardStore store;
    private final CampaignCatalogue campaigns;
    private final LibraryDirectory libraries;
    private final Freezes freezes;
    private final Nicknames nicknames;
    private final Clock clock;
    /** A thousand people who open the same page within a second cause one read. */
    private final AsyncCache<BoardKey, Board> publicBoards =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(CACHED).buildAsync();

    private final AsyncCache<BoardKey, PublicRanking> publicRankings =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(CACHED).buildAsync();

    public ShowingBoards(
            BoardStore store,
            CampaignCatalogue campaigns,
            LibraryDirectory libraries,
            Freezes freezes,
            Nicknames nicknames,
            Clock clock) {
        this.store = store;
        this.campaigns = campaigns;
        this.libraries = libraries;
        this.freezes = freezes;
        this.nicknames = nicknames;
        this.clock = clock;
    }

    private record PublicRanking(@Nullable Instant asOf, List<Ranked> rows, Map<String, String> names) {}

    /** A board as everybody may see it; without rows when nothing is counted yet. */
    public Mono<Board> toEverybody(BoardKey key) {
        return published(key)
                .flatMap(known -> Mono.fromFuture(publicBoards.get(
                        key, (k, executor) -> publishedBoard(key).toFuture())))
                .map(board -> board.frozenSince(frozenSince(key.campaignId())));
    }

    /** A board as it is. */
    public Mono<Board> toNational(BoardKey key) {
        return store.find(Audience.NATIONAL, key)
                .map(json -> Board.of((BoardUpdated) EventJson.read(json, BoardEvent.class)))
                .defaultIfEmpty(Board.empty(key))
                .map(board -> board.frozenSince(frozenSince(key.campaignId())));
    }

    /** What staff of a library may see: the libraries of their subtree, and the days of one of them. */
    public Mono<Board> toLibraryStaff(BoardKey key, String root) {
        LibraryTree tree = libraries.tree();
        return switch (key.dimension()) {
            case LIBRARY -> toEverybody(key).map(board -> board.with(row -> tree.isWithin(row.key(), root)));
            case DAY -> {
                @Nullable String place = key.place();
                yield place != null && tree.isWithin(place, root) ? toEverybody(key) : notYours();
            }
            default -> notYours();
        };
    }

    /** @param viewer the id of the participant who asks, or null */
    public Mono<Ranking> rankingToEverybody(BoardKey key, @Nullable String viewer) {
        return published(key)
                .flatMap(known -> Mono.fromFuture(publicRankings.get(
                        key, (k, executor) -> readPublicRanking(key).toFuture())))
                .map(read -> ranking(key, read.asOf(), read.rows(), read.names(), viewer));
    }

    public Mono<Ranking> rankingToNational(BoardKey key) {
        return store.find(Audience.NATIONAL, key)
                .map(json -> (RankingUpdated) EventJson.read(json, BoardEvent.class))
                .flatMap(event ->
                        names(event.rows()).map(names -> ranking(key, event.occurredAt(), event.rows(), names, null)))
                .defaultIfEmpty(ranking(key, null, List.of(), Map.of(), null));
    }

    /** The rank that a best attempt with that score and time has among those of the public boards. */
    public Mono<Ranking.Rank> rank(BoardKey ranking, int percent, long seconds) {
        var scores = new BoardKey(ranking.campaignId(), ranking.activityId(), Dimension.BEST_SCORE, null, null);
        var times = new BoardKey(
                ranking.campaignId(), ranking.activityId(), Dimension.BEST_SECONDS, null, Integer.toString(percent));
        return Mono.zip(toEverybody(scores), toEverybody(times)).map(boards -> {
            long better = people(boards.getT1(), percent + 1L, Long.MAX_VALUE);
            long faster = people(boards.getT2(), 0, seconds - 1);
            long all = people(boards.getT1(), 0, Long.MAX_VALUE);
            return new Ranking.Rank(1 + better + faster, all, boards.getT1().frozenSince());
        });
    }

    private static long people(Board board, long from, long to) {
        return board.rows().stream()
                .filter(row -> Long.parseLong(row.key()) >= from && Long.parseLong(row.key()) <= to)
                .mapToLong(row -> row.figures().getOrDefault(Figure.PLAYERS.key(), 0L))
                .sum();
    }

    private Mono<BoardKey> published(BoardKey key) {
        return campaigns.find(key.campaignId()).isPresent()
                ? Mono.just(key)
                : Mono.error(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }

    private Mono<Board> publishedBoard(BoardKey key) {
        return store.find(Audience.PUBLIC, key)
                .map(json -> Board.of((BoardPublished) EventJson.read(json, PublicBoardEvent.class)))
                .defaultIfEmpty(Board.empty(key));
    }

    private Mono<PublicRanking> readPublicRanking(BoardKey key) {
        return store.find(Audience.PUBLIC, key)
                .map(json -> (RankingPublished) EventJson.read(json, PublicBoardEvent.class))
                .flatMap(event ->
                        names(event.rows()).map(names -> new PublicRanking(event.occurredAt(), event.rows(), names)))
                .defaultIfEmpty(new PublicRanking(null, List.of(), Map.of()));
    }

    private Mono<Map<String, String>> names(List<Ranked> rows) {
        return nicknames.shownOf(rows.stream().map(Ranked::participantId).toList());
    }

    private Ranking ranking(
            BoardKey key,
            @Nullable Instant asOf,
            List<Ranked> rows,
            Map<String, String> names,
            @Nullable String viewer) {
        return new Ranking(
                key.campaignId(),
                String.valueOf(key.activityId()),
                asOf,
                frozenSince(key.campaignId()),
                rows.stream()
                        .map(row -> new Ranking.Row(
                                row.rank(),
                                names.get(row.participantId()),
                                row.province(),
                                row.library(),
                                row.ageBand(),
                                (int) (100L * row.score() / row.maxScore()),
                                row.score(),
                                row.maxScore(),
                                row.seconds(),
                                row.participantId().equals(viewer) ? true : null))
                        .toList());
    }

    private @Nullable Instant frozenSince(String campaignId) {
        return freezes.frozenSince(campaignId, clock.instant()).orElse(null);
    }

    private static Mono<Board> notYours() {
        return Mono.error(() -> ProblemException.of(BoardProblems.FIGURES_NOT_YOURS));
    }
}
