package org.shuxiang.campaign;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shuxiang.campaign.participant.ParticipantRecord;
import org.shuxiang.campaign.participant.ParticipantView;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The view's store, which a test can make fail for one participant: a defect that is mended later. */
final class BreakableStore implements ParticipantView.Store {

    private final ParticipantView.Store below;
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    BreakableStore(ParticipantView.Store below) {
        this.below = below;
    }

    void breakFor(String participantId) {
        broken.add(participantId);
    }

    void mend() {
        broken.clear();
    }

    @Override
    public Flux<ParticipantRecord> find(Collection<String> ids) {
        return below.find(ids);
    }

    @Override
    public Mono<Void> saveAll(Collection<ParticipantRecord> records) {
        return records.stream().map(ParticipantRecord::id).anyMatch(broken::contains)
                ? Mono.error(new IllegalStateException("broken by a test"))
                : below.saveAll(records);
    }
}
