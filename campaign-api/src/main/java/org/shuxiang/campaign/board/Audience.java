package org.shuxiang.campaign.board;

/** For whom boards are. */
public enum Audience {
    /** Every figure as it is. */
    NATIONAL,
    /** What everybody may see: frozen where a freeze is on, and nothing of small groups. */
    PUBLIC
}
