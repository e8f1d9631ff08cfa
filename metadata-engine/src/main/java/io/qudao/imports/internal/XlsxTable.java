package io.qudao.imports.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The first visible sheet of an XLSX workbook, with cells as they are displayed. */
final class XlsxTable {
    private static final int MOST_COLUMNS = 1_000;
    private static final int LAST_COLUMN = 16_384;
    private static final int LAST_ROW = 1_048_576;
    private static final int LONGEST_ROW = 1 << 20;
    private static final int LETTERS = 26;

    private final XlsxCells cells;
    private final TableSink sink;
    private int width;
    private int lastRow;

    private XlsxTable(XlsxCells cells, TableSink sink) {
        this.cells = cells;
        this.sink = sink;
    }

    static void read(Path file, DataSize limit, TableSink sink) {
        try (var archive = XlsxArchive.open(file, limit)) {
            var book = XlsxBook.of(archive);
            var styles = XlsxStyles.read(archive.part(book.styles()));
            try (var strings = XlsxStrings.read(archive.part(book.strings()));
                    var sheet = new XlsxPart(required(archive.part(book.sheet())))) {
                new XlsxTable(new XlsxCells(strings, styles, book.from1904()), sink).read(sheet);
            }
        } catch (IOException | XMLStreamException damaged) {
            throw new ProblemException(
                    ImportProblem.BROKEN_FILE, List.of(Violation.of("file", "broken_table", "XLSX")), damaged);
        }
    }

    private static InputStream required(@Nullable InputStream sheet) throws XMLStreamException {
        if (sheet == null) {
            throw new XMLStreamException("The sheet is missing");
        }
        return sheet;
    }

    private void read(XlsxPart sheet) throws IOException, XMLStreamException {
        while (sheet.next()) {
            if (sheet.name().equals("row")) {
                row(sheet);
            }
        }
        if (width == 0) {
            throw ImportProblem.EMPTY_FILE.ofFile();
        }
    }

    private void row(XlsxPart sheet) throws IOException, XMLStreamException {
        int number = sheet.attribute("r").isEmpty() ? lastRow + 1 : number(sheet.attribute("r"));
        if (number <= lastRow || number > LAST_ROW) {
            throw new XMLStreamException("Rows are not in order");
        }
        lastRow = number;
        var texts = new ArrayList<String>();
        var faults = new HashMap<Integer, String>();
        int characters = 0;
        int column = -1;
        int outer = sheet.depth();
        while (sheet.nextWithin(outer)) {
            if (!sheet.name().equals("c")) {
                continue;
            }
            int next = sheet.attribute("r").isEmpty() ? column + 1 : column(sheet.attribute("r"));
            if (next <= column || next >= LAST_COLUMN) {
                throw new XMLStreamException("Cells are not in order");
            }
            column = next;
            var shown = cells.read(sheet);
            characters += shown.text().length();
            if (characters > LONGEST_ROW) {
                throw new XMLStreamException("A row is too long");
            }
            put(texts, faults, column, shown);
        }
        pass(number, texts, faults);
    }

    private static void put(List<String> texts, Map<Integer, String> faults, int column, XlsxCells.Shown shown) {
        if (column >= MOST_COLUMNS || (shown.text().isBlank() && shown.fault().isEmpty())) {
            return;
        }
        while (texts.size() <= column) {
            texts.add("");
        }
        texts.set(column, shown.text());
        if (!shown.fault().isEmpty()) {
            faults.put(column, shown.fault());
        }
    }

    /** Pads the row, because sheets leave out empty cells at the end. */
    private void pass(int number, List<String> texts, Map<Integer, String> faults) {
        if (texts.isEmpty()) {
            return;
        }
        if (width == 0) {
            width = texts.size();
            sink.header(List.copyOf(texts));
            return;
        }
        while (texts.size() < width) {
            texts.add("");
        }
        sink.row(new StagedRow(number, List.copyOf(texts), Map.copyOf(faults)));
    }

    /** Returns the position of a column, counted from 0, from a reference such as {@code AB12}. */
    private static int column(String reference) throws XMLStreamException {
        int column = 0;
        int at = 0;
        while (at < reference.length() && reference.charAt(at) >= 'A' && reference.charAt(at) <= 'Z' && at < 3) {
            column = column * LETTERS + reference.charAt(at) - 'A' + 1;
            at++;
        }
        if (at == 0) {
            throw new XMLStreamException("Not a cell reference: " + reference);
        }
        return column - 1;
    }

    /** Returns the name of a cell, such as {@code AB12}. */
    static String name(int column, long row) {
        var letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.append((char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.reverse().append(row).toString();
    }

    private static int number(String text) throws XMLStreamException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw new XMLStreamException("Not a row number: " + text, malformed);
        }
    }
}
