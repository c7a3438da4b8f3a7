package org.shuxiang.contracts.stats;

/**
 * Which records of the log something was made of.
 *
 * @param first offset of the first of them
 * @param last offset of the last of them
 * @param events how many of the records from first to last
 */
public record Coverage(String topic, int partition, long first, long last, long events) {}
