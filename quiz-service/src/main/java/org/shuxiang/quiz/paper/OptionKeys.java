package org.shuxiang.quiz.paper;

/** The keys of options as shown: "a" for the first. */
public final class OptionKeys {

    private OptionKeys() {}

    public static String key(int index) {
        return String.valueOf((char) ('a' + index));
    }

    /** The index of a key, or -1 for what is none. */
    public static int index(String key) {
        return key.length() == 1 && key.charAt(0) >= 'a' && key.charAt(0) <= 'z' ? key.charAt(0) - 'a' : -1;
    }
}
