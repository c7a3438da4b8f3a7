package org.shuxiang.contracts;

/**
 * A text that people read, in the two languages of the pages.
 *
 * @param zh Simplified Chinese
 * @param en English
 */
public record Text(String zh, String en) {}
