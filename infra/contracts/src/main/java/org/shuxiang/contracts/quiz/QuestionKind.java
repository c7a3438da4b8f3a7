package org.shuxiang.contracts.quiz;

/** How a question is answered. */
public enum QuestionKind {
    SINGLE_CHOICE,
    MULTIPLE_CHOICE,
    TRUE_FALSE,
    /** The missing line of a poem, put together from tiles in order. */
    POEM_LINE
}
