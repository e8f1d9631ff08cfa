package io.qudao.imports.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The first visible sheet of an XLSX workbook, with cells as they are displayed. */
final class XlsxTable {
    private static final int LONGEST_ROW = 1 << 20;

    private final XlsxCells cells;
    private final XlsxMerges merges;
    private final TableSink sink;
    private int width;
    private int lastRow;

    private XlsxTable(XlsxCells cells, XlsxMerges merges, TableSink sink) {
        this.cells = cells;
        this.merges = merges;
        this.sink = sink;
    }

    static void read(Path file, DataSize limit, TableSink sink) {
        try (var archive = XlsxArchive.open(file, limit)) {
            var book = XlsxBook.of(archive);
            var styles = XlsxStyles.read(archive.part(book.styles()));
            var merges = XlsxMerges.read(required(archive.part(book.sheet())));
            try (var strings = XlsxStrings.read(archive.part(book.strings()));
                    var sheet = new XlsxPart(required(archive.part(book.sheet())))) {
                new XlsxTable(new XlsxCells(strings, styles, book.from1904()), merges, sink).read(sheet);
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
        if (number <= lastRow || number > CellName.LAST_ROW) {
            throw new XMLStreamException("Rows are not in order");
        }
        lastRow = number;
        var row = new SheetRow();
        int characters = 0;
        int column = -1;
        int outer = sheet.depth();
        while (sheet.nextWithin(outer)) {
            if (!sheet.name().equals("c")) {
                continue;
            }
            int next = sheet.attribute("r").isEmpty()
                    ? column + 1
                    : CellName.of(sheet.attribute("r")).column();
            if (next <= column || next >= CellName.LAST_COLUMN) {
                throw new XMLStreamException("Cells are not in order");
            }
            column = next;
            var shown = cells.read(sheet);
            characters += shown.text().length();
            if (characters > LONGEST_ROW) {
                throw new XMLStreamException("A row is too long");
            }
            row.put(column, shown);
        }
        pass(number, row);
    }

    private void pass(int number, SheetRow row) throws XMLStreamException {
        if (width > 0) {
            merges.fill(number, row);
        }
        if (row.isBlank()) {
            return;
        }
        if (width == 0) {
            width = row.width();
            sink.header(row.texts());
        } else {
            sink.row(row.staged(number, width));
        }
    }

    private static int number(String text) throws XMLStreamException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw new XMLStreamException("Not a row number: " + text, malformed);
        }
    }
}
