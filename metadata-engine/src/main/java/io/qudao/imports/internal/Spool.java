package io.qudao.imports.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.util.unit.DataSize;

/**
 * An uploaded file on the local disk, unpacked if it was gzipped and deleted when closed, so that no database
 * connection waits for a slow client.
 *
 * @param digest SHA-256 of the content, in hex
 */
record Spool(Path path, String digest, long size) implements AutoCloseable {
    private static final int MAGIC = 2;
    private static final int BUFFER = 1 << 16;

    static Spool of(InputStream upload, DataSize limit) {
        try {
            var path = Files.createTempFile("qudao-import", ".part");
            try {
                return copy(upload, path, limit);
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(path);
                throw failed;
            }
        } catch (ZipException | java.io.EOFException damaged) {
            throw new ProblemException(
                    ImportProblem.BROKEN_FILE, List.of(Violation.of("file", "broken_table", "gzip")), damaged);
        } catch (IOException failed) {
            throw new UncheckedIOException("The upload could not be stored", failed);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Spool copy(InputStream upload, Path path, DataSize limit) throws IOException {
        var digest = sha256();
        long size = 0;
        try (var in = unpacked(upload);
                var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > limit.toBytes()) {
                    throw new ProblemException(CommonProblem.TOO_LARGE, limit.toMegabytes() + " MiB");
                }
                out.write(buffer, 0, read);
            }
        }
        return new Spool(path, HexFormat.of().formatHex(digest.digest()), size);
    }

    private static InputStream unpacked(InputStream upload) throws IOException {
        var in = new BufferedInputStream(upload, BUFFER);
        in.mark(MAGIC);
        var magic = in.readNBytes(MAGIC);
        in.reset();
        boolean gzip = magic.length == MAGIC && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
        return gzip ? new GZIPInputStream(in, BUFFER) : in;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
