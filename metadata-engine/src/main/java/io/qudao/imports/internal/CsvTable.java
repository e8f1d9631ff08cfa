package io.qudao.imports.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.qudao.imports.ImportEncoding;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** A CSV file separated by comma, semicolon or tab, whichever occurs most often in the header line. */
final class CsvTable {
    private static final String SEPARATORS = ",;\t";
    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"((?:[^\"]|\"\")*+)\"");
    private static final Pattern QUOTED_DIGITS = Pattern.compile("'\\d+");
    private static final int LONGEST_RECORD = 1 << 20;
    private static final int MOST_COLUMNS = 16_384;

    private CsvTable() {}

    static void read(Path file, ImportEncoding encoding, TableSink sink) throws IOException {
        char separator = separator(file, encoding);
        try (var text = new QuoteWatch(Encodings.open(file, encoding), separator)) {
            if (!read(text, separator, sink)) {
                throw ImportProblem.EMPTY_FILE.ofFile();
            }
        }
    }

    /** Returns whether there was a header. */
    private static boolean read(QuoteWatch text, char separator, TableSink sink) throws IOException {
        long last = 0;
        boolean headed = false;
        try (var records = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_RECORD)
                .build(bounded(), text)) {
            for (var each = records.iterator(); each.hasNext(); ) {
                var record = each.next();
                last = record.getStartingLineNumber();
                requireClosed(text, each);
                var fields = record.getFields().stream().map(CsvTable::shown).toList();
                if (fields.stream().allMatch(String::isBlank)) {
                    continue; // a line of separators, as spreadsheets leave them at the end
                }
                if (headed) {
                    sink.row(new StagedRow(last, fields));
                } else {
                    sink.header(fields);
                    headed = true;
                }
            }
        } catch (CsvParseException malformed) {
            throw refusal(text, last + 1);
        }
        return headed;
    }

    /** Only the last record can be one that swallowed the rest of the file; before it, the text read ahead ends anywhere. */
    private static void requireClosed(QuoteWatch watched, Iterator<CsvRecord> records) {
        if (!records.hasNext() && watched.unclosed() > 0) {
            throw broken(watched.unclosed());
        }
    }

    /** The parser gives up at a quotation mark in the wrong place, or else at one of its bounds. */
    private static ProblemException refusal(QuoteWatch text, long line) {
        return text.strayed()
                ? broken(line)
                : new ProblemException(
                        ImportProblem.BROKEN_FILE,
                        List.of(Violation.of("", "record_too_long", MOST_COLUMNS, LONGEST_RECORD)
                                .inRow(line)));
    }

    /** Takes off what keeps digits from being taken for a number: {@code ="0017"} or {@code '0017}. */
    private static String shown(String field) {
        var formula = TEXT_FORMULA.matcher(field);
        if (formula.matches()) {
            return formula.group(1).replace("\"\"", "\"");
        }
        return QUOTED_DIGITS.matcher(field).matches() ? field.substring(1) : field;
    }

    private static CsvRecordHandler bounded() {
        return CsvRecordHandler.of(handler ->
                handler.maxFields(MOST_COLUMNS).maxFieldSize(LONGEST_RECORD).maxRecordSize(LONGEST_RECORD));
    }

    /**
     * Returns the separator that occurs most often in the header outside quotes. If the header has no end, reading it
     * fails later.
     */
    private static char separator(Path file, ImportEncoding encoding) throws IOException {
        var found = new int[SEPARATORS.length()];
        try (var text = Encodings.open(file, encoding)) {
            boolean quoted = false;
            int each = text.read();
            for (int length = 0; each >= 0 && length < LONGEST_RECORD; length++) {
                if (each == '"') {
                    quoted = !quoted;
                } else if (!quoted && (each == '\n' || each == '\r')) {
                    break;
                } else if (!quoted && SEPARATORS.indexOf(each) >= 0) {
                    found[SEPARATORS.indexOf(each)]++;
                }
                each = text.read();
            }
        }
        int most = 0;
        for (int at = 1; at < found.length; at++) {
            most = found[at] > found[most] ? at : most;
        }
        return SEPARATORS.charAt(most);
    }

    private static ProblemException broken(long line) {
        return new ProblemException(
                ImportProblem.BROKEN_FILE,
                List.of(Violation.of("", "broken_quotes").inRow(line)));
    }
}
