package org.shuxiang.campaign.participant;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the view of participants up to date, a batch of events at a time. */
public final class ParticipantView {

    private final Store store;

    public ParticipantView(Store store) {
        this.store = store;
    }

    /** The documents of the view. */
    public interface Store {

        Flux<ParticipantRecord> find(Collection<String> ids);

        Mono<Void> saveAll(Collection<ParticipantRecord> records);
    }

    /** Reads the records that the batch is about, folds the batch into them, and writes those that changed. */
    public Mono<Void> apply(List<ParticipationEvent> batch) {
        List<String> ids =
                batch.stream().map(event -> event.participant().id()).distinct().toList();
        return store.find(ids).collectMap(ParticipantRecord::id).flatMap(known -> {
            Map<String, ParticipantRecord> after = new HashMap<>(known);
            var changed = new LinkedHashMap<String, ParticipantRecord>();
            for (ParticipationEvent event : batch) {
                String id = event.participant().id();
                ParticipantRecord record = ParticipantRecord.after(after.get(id), event);
                if (!record.equals(after.put(id, record))) {
                    changed.put(id, record);
                }
            }
            return changed.isEmpty() ? Mono.empty() : store.saveAll(changed.values());
        });
    }
}
