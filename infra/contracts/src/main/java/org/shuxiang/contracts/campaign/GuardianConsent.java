package org.shuxiang.contracts.campaign;

/**
 * What a guardian allows beyond taking part.
 *
 * @param display works and the public name may be shown
 * @param judging works may be judged
 * @param archiving works may be kept after the campaign
 */
public record GuardianConsent(boolean display, boolean judging, boolean archiving) {}
