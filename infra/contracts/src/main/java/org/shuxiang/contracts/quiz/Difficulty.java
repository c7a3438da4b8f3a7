package org.shuxiang.contracts.quiz;

/** How hard a question is, in its author's judgement. */
public enum Difficulty {
    EASY,
    MEDIUM,
    HARD
}
