package org.shuxiang.quiz.activity;

import org.shuxiang.contracts.campaign.Activity;

/** A quiz with the campaign that it belongs to. */
public record QuizActivity(String campaignId, Activity.Quiz quiz) {}
