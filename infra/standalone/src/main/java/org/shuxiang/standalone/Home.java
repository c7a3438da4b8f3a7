package org.shuxiang.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything this program keeps: {@code mongodb/}, {@code kafka/}, {@code logs/} and the secrets.
 * One program at a time: a lock is held until the JVM ends.
 */
final class Home implements AutoCloseable {

    private static final String UNAMBIGUOUS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Path folder;
    private final boolean isNew;
    private final FileChannel lock;

    private Home(Path folder, boolean isNew, FileChannel lock) {
        this.folder = folder;
        this.isNew = isNew;
        this.lock = lock;
    }

    /** @throws StartFailure when the folder cannot be used or another program uses it */
    static Home open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartFailure(
                        "数据文件夹 " + folder + " 正被另一个运行中的书香使用。请先停止它，或用 SHUXIANG_HOME 指定另一个文件夹。",
                        "Another Shuxiang is running on the folder " + folder
                                + ". Stop it first, or name another folder with SHUXIANG_HOME.");
            }
            return new Home(folder, !Files.exists(folder.resolve("secrets.properties")), channel);
        } catch (IOException e) {
            throw new StartFailure(
                    "不能写入数据文件夹 " + folder + "。请检查它的权限，或用 SHUXIANG_HOME 指定另一个文件夹。",
                    "Cannot write to the folder " + folder
                            + ". Check its permissions, or name another folder with SHUXIANG_HOME. (" + e + ")");
        }
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /**
     * The password made up for the first organiser: there is one from the first start until {@link
     * #forgetFirstPassword()}, so a first start that fails half-way does not lose it.
     */
    Optional<String> firstPassword() {
        Path file = resolve("first-password");
        try {
            if (Files.exists(file)) {
                return Optional.of(Files.readString(file));
            }
            if (!isNew) {
                return Optional.empty();
            }
            String password = readablePassword(new SecureRandom());
            writePrivately(file, password);
            return Optional.of(password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once it was shown, it is nowhere in plain text. */
    void forgetFirstPassword() {
        try {
            Files.deleteIfExists(resolve("first-password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Four groups of four letters and digits that nobody takes for one another (79 bits). */
    static String readablePassword(RandomGenerator random) {
        var password = new StringBuilder();
        for (int place = 0; place < 16; place++) {
            if (place > 0 && place % 4 == 0) {
                password.append('-');
            }
            password.append(UNAMBIGUOUS.charAt(random.nextInt(UNAMBIGUOUS.length())));
        }
        return password.toString();
    }

    /** Writes a file that only its owner can read, whole or not at all. */
    static void writePrivately(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (Files.getFileAttributeView(file.getParent(), PosixFileAttributeView.class) != null) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
