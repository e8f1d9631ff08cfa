package io.qudao.imports.internal;

import io.qudao.imports.ImportEncoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** Reads a table in any supported format, recognised by its content; the file name and content type do not matter. */
final class TableReader {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private TableReader() {}

    /**
     * Reads to the end; returns the encoding of a text file, empty for a workbook.
     *
     * @param said encoding declared by the sender, if any
     * @param limit maximum unpacked size of a workbook
     */
    static Optional<ImportEncoding> read(Spool file, Optional<ImportEncoding> said, DataSize limit, TableSink sink) {
        if (file.size() == 0) {
            throw ImportProblem.EMPTY_FILE.ofFile();
        }
        try {
            var magic = magic(file);
            if (Arrays.equals(magic, OLE2)) {
                throw ImportProblem.OLD_EXCEL.ofFile();
            }
            if (Arrays.equals(magic, ZIP)) {
                XlsxTable.read(file.path(), limit, sink);
                return Optional.empty();
            }
            var encoding = Encodings.of(file.path(), said);
            CsvTable.read(file.path(), encoding, sink);
            return Optional.of(encoding);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] magic(Spool file) throws IOException {
        try (var in = Files.newInputStream(file.path())) {
            return in.readNBytes(ZIP.length);
        }
    }
}
