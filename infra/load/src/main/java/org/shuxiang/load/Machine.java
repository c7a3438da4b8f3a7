package org.shuxiang.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the bench runs on, and where the programs are that it starts. */
public final class Machine {

    private static final double GIBIBYTE = 1L << 30;
    /** From {@code infra/load/target/bench.jar}, which this runs from. */
    private static final Path PROJECT = Path.of(System.getProperty("java.class.path"))
            .toAbsolutePath()
            .resolve("../../../..")
            .normalize();

    private Machine() {}

    /** Such as {@code 2 cores, 23.4 GiB, Linux amd64, JDK 25.0.1+8}. */
    public static String words() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d 核 cores, %.1f GiB, %s %s, JDK %s",
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / GIBIBYTE,
                system.getName(),
                system.getArch(),
                Runtime.version());
    }

    /**
     * A jar that was built.
     *
     * @param folder of the project
     * @param pattern such as {@code *-exec.jar}
     */
    public static Path jar(String folder, String pattern) throws IOException {
        Path built = PROJECT.resolve(folder).resolve("target");
        if (Files.isDirectory(built)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(built, pattern)) {
                for (Path jar : jars) {
                    return jar.toAbsolutePath().normalize();
                }
            }
        }
        throw new IllegalArgumentException(pattern + " is not built in " + built + ": use ./shuxiang bench");
    }
}
