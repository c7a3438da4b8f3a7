package org.shuxiang.standalone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The launcher's own words to the person who started it. Everything else goes to the log file. */
final class Terminal {

    // Whatever the locale says: with the "C" locale Chinese would become question marks.
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final PrintStream ERROR =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private Terminal() {}

    static void say(String line) {
        OUT.println(line);
    }

    static void complain(String lines) {
        ERROR.println(lines);
    }
}
