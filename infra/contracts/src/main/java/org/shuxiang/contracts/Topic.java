package org.shuxiang.contracts;

/**
 * A topic of the log: its name, the events in it, and whether only the newest record of each key is kept for ever.
 *
 * @param name {@code <context>.<aggregates>.v<N>}
 * @param type the sealed parent of the events in it
 * @param compacted true: the newest record of each key stays, a record without a value deletes the key
 */
public record Topic<E extends Event>(String name, Class<E> type, boolean compacted) {

    private static final String DEAD_LETTER_SUFFIX = ".dlq";

    /** Where the records go that a consumer group could not handle. */
    public String deadLetters(String group) {
        return deadLetters(name, group);
    }

    /** The same for a topic of which only the name is known. */
    public static String deadLetters(String topic, String group) {
        return topic + "." + group + DEAD_LETTER_SUFFIX;
    }
}
