package io.qudao.imports.internal;

import io.qudao.kernel.Decimals;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.kernel.Violation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The first sheet of an XLSX workbook; cells as text, dates in ISO form. */
final class XlsxTable {
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");
    private static final Pattern DATE = Pattern.compile("[ymdhs]");
    private static final int MOST_COLUMNS = 1_000;

    private XlsxTable() {}

    static void read(Path file, DataSize limit, TableSink sink) {
        try {
            checkUnpacked(file, limit);
            try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                    Stream<Row> rows = workbook.getFirstSheet().openStream()) {
                pass(rows, sink);
            }
        } catch (IOException | ExcelReaderException | NoSuchElementException damaged) {
            throw damaged(damaged);
        }
    }

    private static void pass(Stream<Row> rows, TableSink sink) {
        int width = 0;
        for (Row row : (Iterable<Row>) rows::iterator) {
            var cells = cells(row, width);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (width == 0) {
                width = cells.size();
                sink.header(cells);
            } else {
                sink.row(row.getRowNum(), cells);
            }
        }
        if (width == 0) {
            throw ImportProblems.EMPTY_FILE.ofFile();
        }
    }

    /** At least so many cells; a sheet does not write the empty ones at the end of a row. */
    private static List<String> cells(Row row, int width) {
        int count = Math.min(Math.max(row.getCellCount(), width), MOST_COLUMNS);
        var cells = new ArrayList<String>(count);
        for (int column = 0; column < count; column++) {
            cells.add(column < row.getCellCount() ? text(row.getCell(column)) : "");
        }
        while (cells.size() > width && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell.getDataFormatString()) ? date(cell) : plain(cell.asNumber());
        }
        return cell.getText();
    }

    private static String plain(BigDecimal number) {
        if (!Decimals.isBounded(number)) {
            throw damaged(new ArithmeticException("A number of too many digits"));
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String date(Cell cell) {
        var date = cell.asDate();
        return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date.toLocalDate().toString()
                : date.toString();
    }

    private static boolean isDate(@Nullable String format) {
        if (format == null || format.equalsIgnoreCase("general")) {
            return false;
        }
        var bare = LITERALS.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return DATE.matcher(bare).find() && bare.indexOf('0') < 0 && bare.indexOf('#') < 0;
    }

    /** Counts what is really in the archive: sizes in its directory may lie. */
    private static void checkUnpacked(Path file, DataSize limit) throws IOException {
        var buffer = new byte[1 << 16];
        long size = 0;
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw ImportProblems.NOT_A_TABLE.ofFile();
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (var in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        size += read;
                        if (size > limit.toBytes()) {
                            throw new ProblemException(Problems.TOO_LARGE, limit.toMegabytes() + " MiB");
                        }
                    }
                }
            }
        }
    }

    private static ProblemException damaged(Exception cause) {
        return new ProblemException(
                ImportProblems.BROKEN_FILE, List.of(Violation.of("file", "broken_table", "XLSX")), cause);
    }
}
