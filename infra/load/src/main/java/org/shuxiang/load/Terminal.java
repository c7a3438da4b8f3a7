package org.shuxiang.load;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the benches say. */
public final class Terminal {

    // Whatever the locale says: with the "C" locale Chinese would become question marks.
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final PrintStream ERROR =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private Terminal() {}

    /** @param format as {@link String#format} takes it */
    public static void say(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }

    static void complain(String line) {
        ERROR.println(line);
    }
}
