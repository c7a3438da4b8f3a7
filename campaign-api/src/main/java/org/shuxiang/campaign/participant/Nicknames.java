package org.shuxiang.campaign.participant;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.campaign.GuardianConsent;
import org.shuxiang.contracts.campaign.NicknameChosen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The names that participants are shown by. They are kept as they stand in the log, encrypted. */
public final class Nicknames {

    private static final Logger log = LoggerFactory.getLogger(Nicknames.class);

    private final Store store;
    private final ParticipantView.Store participants;
    private final NicknameCipher cipher;

    public Nicknames(Store store, ParticipantView.Store participants, NicknameCipher cipher) {
        this.store = store;
        this.participants = participants;
        this.cipher = cipher;
    }

    /** The encrypted names, by participant. */
    public interface Store {

        Mono<Map<String, String>> find(Collection<String> participants);

        Mono<Void> saveAll(Collection<NicknameChosen> chosen);

        Mono<Void> delete(String participant);
    }

    public Mono<Void> apply(List<NicknameChosen> chosen) {
        return store.saveAll(chosen);
    }

    /** Somebody was forgotten. */
    public Mono<Void> forget(String participant) {
        return store.delete(participant);
    }

    /**
     * The names in clear, by participant, of those who may be shown: not of whoever was forgotten, and of children only
     * where the guardian allows it.
     */
    public Mono<Map<String, String>> shownOf(Collection<String> ids) {
        return participants
                .find(ids)
                .filter(Nicknames::mayBeShown)
                .map(ParticipantRecord::id)
                .collectList()
                .flatMap(store::find)
                .map(found -> found.entrySet().stream()
                        .flatMap(entry -> inClear(entry.getKey(), entry.getValue()).stream())
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static boolean mayBeShown(ParticipantRecord record) {
        @Nullable Participant who = record.participant();
        @Nullable GuardianConsent consent = record.consent();
        return who != null
                && record.erasedAt() == null
                && (!who.ageBand().needsGuardian() || (consent != null && consent.display()));
    }

    private List<Map.Entry<String, String>> inClear(String participant, String encrypted) {
        try {
            return List.of(Map.entry(participant, cipher.decrypt(encrypted, participant)));
        } catch (IllegalArgumentException e) {
            log.warn("the nickname of {} cannot be read: was personal-data-key changed?", participant, e);
            return List.of();
        }
    }
}
