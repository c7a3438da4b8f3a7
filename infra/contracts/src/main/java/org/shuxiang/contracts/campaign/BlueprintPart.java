package org.shuxiang.contracts.campaign;

import org.shuxiang.contracts.quiz.Difficulty;

/**
 * So many questions of a category and difficulty.
 *
 * @param category as the question bank names it
 */
public record BlueprintPart(String category, Difficulty difficulty, int count) {}
