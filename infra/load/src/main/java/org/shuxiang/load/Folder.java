package org.shuxiang.load;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A bench's own folder under the system's temporary one, gone when it ends. */
public final class Folder implements AutoCloseable {

    private final Path path;

    private Folder(Path path) {
        this.path = path;
    }

    public static Folder create() throws IOException {
        var folder = new Folder(Files.createTempDirectory("shuxiang-bench"));
        Runtime.getRuntime().addShutdownHook(new Thread(folder::abandon));
        return folder;
    }

    /** On Ctrl-C nothing stays behind: neither the programs that write here, nor what they wrote. */
    private void abandon() {
        ProcessHandle.current().children().forEach(program -> {
            program.destroyForcibly();
            program.onExit().join();
        });
        try {
            close();
        } catch (IOException e) {
            Terminal.complain("cannot delete " + path + ": " + e);
        }
    }

    public Path path() {
        return path;
    }

    /** A new folder in it. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    /**
     * What the files below hold. The indexes of a log do not count: the broker reserves a mebibyte or two for each, of
     * which almost nothing is written.
     */
    public static long bytes(Path folder) throws IOException {
        var sum = new LongAdder();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!file.toString().endsWith("index")) {
                    sum.add(attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE; // a log segment or a table that was replaced meanwhile
            }
        });
        return sum.sum();
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
