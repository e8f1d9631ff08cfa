package io.qudao.imports.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file, separated by comma, semicolon or tab, whichever its first line has most of. */
final class CsvTable {
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int LONGEST_RECORD = 1 << 20;

    private CsvTable() {}

    static void read(Path file, TableSink sink) throws IOException {
        char separator = separator(file);
        long last = 0;
        try (var watched = new QuoteWatch(Encodings.open(file), separator);
                var records = CsvReader.builder()
                        .fieldSeparator(separator)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .maxBufferSize(LONGEST_RECORD)
                        .build(bounded(), watched)) {
            for (CsvRecord record : records) {
                if (watched.unclosed() > 0) {
                    throw broken(watched.unclosed());
                }
                pass(record, last == 0, sink);
                last = record.getStartingLineNumber();
            }
        } catch (CsvParseException malformed) {
            throw broken(last + 1);
        }
        if (last == 0) {
            throw ImportProblems.EMPTY_FILE.ofFile();
        }
    }

    private static void pass(CsvRecord record, boolean first, TableSink sink) {
        if (first) {
            sink.header(record.getFields());
        } else {
            sink.row(record.getStartingLineNumber(), record.getFields());
        }
    }

    private static CsvRecordHandler bounded() {
        return CsvRecordHandler.of(
                handler -> handler.maxFieldSize(LONGEST_RECORD).maxRecordSize(LONGEST_RECORD));
    }

    /** Where the first line is longer than any record may be, its beginning decides, and reading it then fails. */
    private static char separator(Path file) throws IOException {
        try (var reader = new BufferedReader(Encodings.open(file))) {
            var start = new char[LONGEST_RECORD];
            int length = 0;
            for (int read = reader.read(start); read > 0; read = reader.read(start, length, start.length - length)) {
                length += read;
            }
            var first = new String(start, 0, length).lines().findFirst().orElse(null);
            char most = SEPARATORS[0];
            for (char candidate : SEPARATORS) {
                if (count(first, candidate) > count(first, most)) {
                    most = candidate;
                }
            }
            return most;
        }
    }

    private static long count(@Nullable String line, char wanted) {
        return line == null ? 0 : line.chars().filter(each -> each == wanted).count();
    }

    private static ProblemException broken(long line) {
        return new ProblemException(
                ImportProblems.BROKEN_FILE,
                List.of(Violation.of("", "broken_quotes").inRow(line)));
    }
}
