package io.qudao.deploy.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data folder of a stack, used by one launcher at a time. */
final class StackFolder implements AutoCloseable {

    static final long LEAST_FREE_BYTES = 1L << 30;

    /** Deleted by a fresh start; binaries, unpacked programs and logs are kept. */
    private static final List<String> DATA = List.of(
            "postgres",
            "postgres.new",
            "redis",
            "elasticsearch",
            "files",
            "demo",
            "replay",
            "config",
            "secrets.properties");

    private final Path root;
    private final FileChannel lock;

    private StackFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Locks the folder, creating it if necessary, or fails saying why it cannot be used. */
    static StackFolder open(Path root, long leastFreeBytes) {
        try {
            Files.createDirectories(root);
            if (!Files.isWritable(root)) {
                throw notWritable(root, null);
            }
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < leastFreeBytes) {
                throw new StackFailure(
                        "The disk is nearly full: %d MB free below %s, at least %d MB are needed."
                                .formatted(free >> 20, root, leastFreeBytes >> 20),
                        "Make room, or put the data elsewhere: ./qudao run --home FOLDER");
            }
            return new StackFolder(root, lock(root));
        } catch (IOException e) {
            throw notWritable(root, e);
        }
    }

    private static StackFailure notWritable(Path root, @Nullable IOException cause) {
        return new StackFailure(
                "Cannot write to " + root + (cause == null ? "." : ": " + cause.getMessage()),
                "Choose another folder: ./qudao run --home FOLDER");
    }

    private static FileChannel lock(Path root) throws IOException {
        Path file = root.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
        } catch (OverlappingFileLockException ignored) {
            // Locked by another stack in this process; refused like any other.
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (!taken) {
            throw new StackFailure(
                    "Qudao already runs from %s (process %s)."
                            .formatted(root, Files.readString(file).strip()),
                    "Stop it with Ctrl-C where it was started, or use another folder: ./qudao run --home FOLDER --port PORT");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return channel;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** Returns the subfolder {@code name}, creating it if necessary. */
    Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path log(String service) {
        return folder("logs").resolve(service + ".log");
    }

    /** Deletes all data and secrets. */
    void wipe() {
        DATA.forEach(name -> Trees.delete(root.resolve(name)));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
