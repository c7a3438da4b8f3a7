package org.shuxiang.standalone;

/** Something that the person who starts the program can put right. The message is in Chinese, then in English. */
final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String words;

    StartFailure(String chinese, String english) {
        super(chinese + System.lineSeparator() + english);
        this.words = chinese + System.lineSeparator() + english;
    }

    /** Both languages, a line each. */
    String words() {
        return words;
    }
}
