package io.qudao.imports.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * The parts of a packed workbook. Nothing is unpacked into memory, and nothing at all before its size has been checked.
 */
final class XlsxArchive implements AutoCloseable {
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int MOST_PARTS = 10_000;
    private static final int LARGEST_DIRECTORY = 2 << 20;
    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int AT_COUNT = 10;
    private static final int AT_SIZE = 12;
    private static final int AT_COMMENT = 20;

    private final ZipFile zip;

    private XlsxArchive(ZipFile zip) {
        this.zip = zip;
    }

    /** @param limit maximum unpacked size of all parts together */
    static XlsxArchive open(Path file, DataSize limit) throws IOException {
        checkDirectory(file);
        var archive = new XlsxArchive(new ZipFile(file.toFile()));
        try {
            archive.check(limit);
            return archive;
        } catch (IOException | RuntimeException refused) {
            archive.close();
            throw refused;
        }
    }

    /** Returns a part by its name, with or without a leading slash; null if there is none. */
    @Nullable
    InputStream part(String name) throws IOException {
        var entry = zip.getEntry(name.startsWith("/") ? name.substring(1) : name);
        return entry == null ? null : zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts the bytes actually unpacked, because the sizes in the archive's directory may be wrong. */
    private void check(DataSize limit) throws IOException {
        if (zip.getEntry(CONTENT_TYPES) == null) {
            throw ImportProblem.NOT_A_TABLE.ofFile();
        }
        var buffer = new byte[1 << 16];
        long size = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            try (var in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    size += read;
                    if (size > limit.toBytes()) {
                        throw new ProblemException(CommonProblem.TOO_LARGE, limit.toMegabytes() + " MiB");
                    }
                }
            }
        }
    }

    /**
     * The library reads the whole directory into memory and trusts the file's last record about its size, so the size
     * is checked first.
     */
    private static void checkDirectory(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_RECORD + LONGEST_COMMENT);
            var tail = new byte[length];
            file.seek(file.length() - length);
            file.readFully(tail);
            var bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            int end = length - END_RECORD;
            while (end >= 0 && bytes.getInt(end) != END_SIGNATURE) {
                end--;
            }
            if (end < 0
                    || end + END_RECORD + Short.toUnsignedInt(bytes.getShort(end + AT_COMMENT)) != length
                    || Short.toUnsignedInt(bytes.getShort(end + AT_COUNT)) > MOST_PARTS
                    || Integer.toUnsignedLong(bytes.getInt(end + AT_SIZE)) > LARGEST_DIRECTORY) {
                throw new ZipException("The directory is missing or too large");
            }
        }
    }
}
