package org.shuxiang.campaign.participant;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.catalogue.CampaignCatalogue;
import org.shuxiang.campaign.catalogue.CampaignState;
import org.shuxiang.campaign.catalogue.CatalogueProblems;
import org.shuxiang.campaign.library.LibraryDirectory;
import org.shuxiang.campaign.participant.Challenges.Challenge;
import org.shuxiang.campaign.participant.Challenges.Outcome;
import org.shuxiang.campaign.region.RegionDirectory;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.ParticipantClaims;
import org.shuxiang.contracts.SignedOutEverywhere;
import org.shuxiang.contracts.campaign.CampaignDefinition;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.NicknameChosen;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import org.shuxiang.contracts.campaign.ParticipationEvent.ConsentGiven;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantErased;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;
import org.shuxiang.platform.access.SignOuts;
import org.shuxiang.platform.log.EventLog;
import org.shuxiang.platform.problem.FieldProblem;
import org.shuxiang.platform.problem.ProblemException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Joining and being forgotten: facts appended to the log, and no database.
 *
 * <p>Errors: {@link ProblemException} where the request breaks a rule, {@link
 * org.shuxiang.platform.log.LogUnavailableException} where the log does not take the facts in time.
 */
public final class Joining {

    private final CampaignCatalogue campaigns;
    private final RegionDirectory regions;
    private final LibraryDirectory libraries;
    private final WordFilter words;
    private final @Nullable Challenges challenges;
    private final NicknameCipher cipher;
    private final SignOuts signOuts;
    private final EventLog log;
    private final Clock clock;

    /** @param challenges null: no proof of work is asked for */
    public Joining(
            CampaignCatalogue campaigns,
            RegionDirectory regions,
            LibraryDirectory libraries,
            WordFilter words,
            @Nullable Challenges challenges,
            NicknameCipher cipher,
            SignOuts signOuts,
            EventLog log,
            Clock clock) {
        this.campaigns = campaigns;
        this.regions = regions;
        this.libraries = libraries;
        this.words = words;
        this.challenges = challenges;
        this.cipher = cipher;
        this.signOuts = signOuts;
        this.log = log;
        this.clock = clock;
    }

    /** A challenge to solve before joining; empty when no proof of work is asked for. */
    public Optional<Challenge> challenge() {
        return challenges == null ? Optional.empty() : Optional.of(challenges.create());
    }

    /** Who joined, once the log has it. */
    public Mono<ParticipantClaims> join(JoinRequest request) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            check(request, now);
            String id = participantId(request);
            var participant = new Participant(
                    id, request.province(), request.city(), request.county(), request.library(), request.ageBand());
            String nickname = request.nickname().strip();
            return append(request, participant, nickname, now)
                    .thenReturn(new ParticipantClaims(participant, request.campaignId(), nickname));
        });
    }

    /** Forgets them: the view drops them, the nickname can no longer be read, their tokens are void. */
    public Mono<Void> erase(ParticipantClaims who) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            String id = who.participant().id();
            var erased = new ParticipantErased(id + "-erased", now, who.campaignId(), who.participant());
            // a token that is issued in this very millisecond is void too
            var signOut = new SignedOutEverywhere(id + "-signed-out", now, id, now.plusMillis(1));
            return Flux.concat(
                            log.append(CampaignTopics.PARTICIPATIONS, id, erased),
                            log.delete(CampaignTopics.NICKNAMES, id),
                            log.append(SignedOutEverywhere.TOPIC, id, signOut))
                    .then(Mono.fromRunnable(() -> signOuts.apply(id, signOut)));
        });
    }

    private void check(JoinRequest request, Instant now) {
        List<FieldProblem> wrong = new ArrayList<>();
        @Nullable
        CampaignDefinition campaign = campaigns.find(request.campaignId()).orElse(null);
        if (campaign == null) {
            wrong.add(new FieldProblem("campaignId", "Unknown", request.campaignId()));
        }
        regions.brokenLink(request.province(), request.city(), request.county())
                .ifPresent(field -> wrong.add(new FieldProblem(field, "RegionChain")));
        @Nullable String library = request.library();
        if (library != null && libraries.find(library).isEmpty()) {
            wrong.add(new FieldProblem("library", "Unknown", library));
        }
        if (campaign == null || !wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
        if (!CampaignState.ofPublished(campaign.window(), now).takesParticipants()) {
            throw ProblemException.of(CatalogueProblems.CAMPAIGN_NOT_OPEN);
        }
        if (request.ageBand().needsGuardian() && request.guardianConsent() == null) {
            throw ProblemException.of(ParticipantProblems.CONSENT_MISSING)
                    .withFields(List.of(new FieldProblem("guardianConsent", "NotNull")));
        }
        if (words.blocks(request.nickname())) {
            throw ProblemException.of(ParticipantProblems.NICKNAME_NOT_ALLOWED)
                    .withFields(List.of(new FieldProblem("nickname", "BlockedWord")));
        }
    }

    private String participantId(JoinRequest request) {
        if (challenges == null) {
            return Challenges.newParticipantId();
        }
        String id = switch (challenges.check(request.altcha())) {
            case Outcome.Solved solved -> solved.participantId();
            case Outcome.Expired expired -> throw ProblemException.of(ParticipantProblems.CHALLENGE_EXPIRED);
            case Outcome.Failed failed -> throw ProblemException.of(ParticipantProblems.CHALLENGE_FAILED);
        };
        if (signOuts.isSignedOut(id, Instant.EPOCH)) {
            // whoever this solution made was forgotten, and stays so
            throw ProblemException.of(ParticipantProblems.CHALLENGE_EXPIRED);
        }
        return id;
    }

    private Mono<Void> append(JoinRequest request, Participant participant, String nickname, Instant now) {
        String id = participant.id();
        String campaign = request.campaignId();
        List<EventLog.Keyed<ParticipationEvent>> facts = new ArrayList<>();
        facts.add(new EventLog.Keyed<>(id, new ParticipantJoined(id + "-joined", now, campaign, participant)));
        JoinRequest.@Nullable Consent consent = request.guardianConsent();
        if (participant.ageBand().needsGuardian() && consent != null) {
            facts.add(new EventLog.Keyed<>(
                    id, new ConsentGiven(id + "-consent", now, campaign, participant, consent.given())));
        }
        var chosen = new NicknameChosen(id + "-nickname", now, campaign, id, cipher.encrypt(nickname, id));
        return Mono.when(
                log.appendAll(CampaignTopics.PARTICIPATIONS, facts), log.append(CampaignTopics.NICKNAMES, id, chosen));
    }
}
