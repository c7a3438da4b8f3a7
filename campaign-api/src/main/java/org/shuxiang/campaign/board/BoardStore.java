package org.shuxiang.campaign.board;

import java.util.Map;
import org.shuxiang.contracts.stats.BoardKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The newest event of each board, as it stands in the log. */
public interface BoardStore {

    /** Empty when nothing of the board was published yet. */
    Mono<byte[]> find(Audience audience, BoardKey board);

    /** All boards of a campaign, by key. */
    Flux<byte[]> ofCampaign(Audience audience, String campaignId);

    /** @param events by {@link BoardKey#text()} */
    Mono<Void> saveAll(Audience audience, Map<String, byte[]> events);
}
