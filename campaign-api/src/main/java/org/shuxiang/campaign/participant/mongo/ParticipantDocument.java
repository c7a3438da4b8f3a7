package org.shuxiang.campaign.participant.mongo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.participant.ParticipantRecord;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.campaign.GuardianConsent;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A participant, flat, so that figures can be counted by province, library and age band. */
@Document("participants")
record ParticipantDocument(
        @Id String id,
        String campaignId,
        @Nullable String province,
        @Nullable String city,
        @Nullable String county,
        @Nullable String library,
        @Nullable AgeBand ageBand,
        @Nullable Instant joinedAt,
        @Nullable GuardianConsent consent,
        @Nullable Instant consentAt,
        @Nullable Instant erasedAt) {

    static ParticipantDocument of(ParticipantRecord record) {
        @Nullable Participant who = record.participant();
        return new ParticipantDocument(
                record.id(),
                record.campaignId(),
                who == null ? null : who.province(),
                who == null ? null : who.city(),
                who == null ? null : who.county(),
                who == null ? null : who.library(),
                who == null ? null : who.ageBand(),
                record.joinedAt(),
                record.consent(),
                record.consentAt(),
                record.erasedAt());
    }

    ParticipantRecord record() {
        @Nullable
        Participant who = province == null || ageBand == null
                ? null
                : new Participant(id, province, city, county, library, ageBand);
        return new ParticipantRecord(id, campaignId, who, joinedAt, consent, consentAt, erasedAt);
    }
}
