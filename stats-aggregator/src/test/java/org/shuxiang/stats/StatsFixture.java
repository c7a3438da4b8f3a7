package org.shuxiang.stats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsFrozen;
import org.shuxiang.contracts.campaign.FreezeEvent.BoardsThawed;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantErased;
import org.shuxiang.contracts.campaign.ParticipationEvent.ParticipantJoined;
import org.shuxiang.contracts.quiz.AttemptEvent.AttemptGraded;

/** Events of a New Year's Eve. */
public final class StatsFixture {

    public static final String CAMPAIGN = "chunjie-2027";
    public static final String QUIZ = "dati";
    /** 20:00 in Beijing. */
    public static final Instant EVENING = Instant.parse("2027-02-05T12:00:00Z");

    private StatsFixture() {}

    /** A reader of 深圳图书馆. */
    public static Participant reader(int number) {
        return new Participant(id(number), "440000", "440300", "440305", "C-440300", AgeBand.FROM_7_TO_13);
    }

    public static Participant reader(int number, String province) {
        return new Participant(id(number), province, null, null, null, AgeBand.FROM_60);
    }

    public static ParticipantJoined joined(Participant who, Instant at) {
        return new ParticipantJoined(who.id() + "-joined", at, CAMPAIGN, who);
    }

    public static ParticipantErased erased(Participant who, Instant at) {
        return new ParticipantErased(who.id() + "-erased", at, CAMPAIGN, who);
    }

    public static AttemptGraded graded(Participant who, int number, int score, long seconds, Instant at) {
        return graded(who, number, score, seconds, at, 1);
    }

    public static AttemptGraded graded(
            Participant who, int number, int score, long seconds, Instant at, int keyVersion) {
        String id = QUIZ + "~" + who.id() + "~" + number;
        return new AttemptGraded(
                id + "-graded-" + keyVersion,
                at,
                CAMPAIGN,
                QUIZ,
                id,
                who,
                number,
                score,
                100,
                score / 10,
                10,
                seconds * 1000 + 7,
                keyVersion);
    }

    public static PageVisited visit(int number, String visitor, @Nullable Participant who, Instant at) {
        return visit(number, visitor, "home", who, at);
    }

    public static PageVisited visit(int number, String visitor, String page, @Nullable Participant who, Instant at) {
        return new PageVisited("visit-" + visitor + "-" + number, at, CAMPAIGN, visitor, page, who);
    }

    public static BoardsFrozen frozen(Instant at, Instant from) {
        return new BoardsFrozen("freeze-" + CAMPAIGN + "@" + at, at, CAMPAIGN, from);
    }

    public static BoardsThawed thawed(Instant at) {
        return new BoardsThawed("freeze-" + CAMPAIGN + "@" + at, at, CAMPAIGN);
    }

    private static String id(int number) {
        return "0199a5b2-0000-7000-8000-%012d".formatted(number);
    }
}
