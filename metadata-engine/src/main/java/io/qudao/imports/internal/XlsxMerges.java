package io.qudao.imports.internal;

import io.qudao.imports.internal.XlsxCells.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * The merged cells of a sheet, which stand behind its rows. A sheet stores only the first cell of such a range: what it shows
 * holds for all rows of the range. That it holds for further columns too cannot be meant, so cells there cannot be read.
 */
final class XlsxMerges {
    private static final int MOST = 100_000;

    /** Far more than a table has that people merged by hand; a few bytes can merge all columns of a million rows. */
    private static final int MOST_FILLED = 10_000_000;

    private final List<Range> ranges;
    private final List<Range> open = new ArrayList<>();
    private int next;
    private long filled;

    private XlsxMerges(List<Range> ranges) {
        this.ranges = ranges;
    }

    static XlsxMerges read(InputStream sheet) throws IOException, XMLStreamException {
        var ranges = new ArrayList<Range>();
        try (var xml = new XlsxPart(sheet)) {
            while (xml.next()) {
                if (xml.name().equals("mergeCell")) {
                    ranges.add(Range.of(xml.attribute("ref")));
                }
                if (ranges.size() > MOST) {
                    throw new XMLStreamException("Too many merged cells");
                }
            }
        }
        ranges.sort(Comparator.comparingInt(range -> range.first.row()));
        return new XlsxMerges(ranges);
    }

    /** Gives the covered cells of a row what their ranges show. Rows have to come in their order. */
    void fill(int number, SheetRow row) throws XMLStreamException {
        open.removeIf(range -> range.last.row() < number);
        for (; next < ranges.size() && ranges.get(next).first.row() <= number; next++) {
            open.add(ranges.get(next));
        }
        for (Range range : open) {
            filled += range.width();
            if (filled > MOST_FILLED) {
                throw new XMLStreamException("Merged cells cover too much");
            }
            range.fill(number, row);
        }
    }

    private static final class Range {
        private final String reference;
        private final CellName first;
        private final CellName last;
        private Shown shown = Shown.text("");

        private Range(String reference, CellName first, CellName last) {
            this.reference = reference;
            this.first = first;
            this.last = last;
        }

        static Range of(String reference) throws XMLStreamException {
            int colon = reference.indexOf(':');
            if (colon < 0) {
                throw new XMLStreamException("Not a range: " + reference);
            }
            return new Range(
                    reference, CellName.of(reference.substring(0, colon)), CellName.of(reference.substring(colon + 1)));
        }

        int width() {
            return Math.max(1, last.column() - first.column() + 1);
        }

        void fill(int number, SheetRow row) {
            if (number == first.row()) {
                shown = row.at(first.column());
            }
            if (shown.isBlank()) {
                return;
            }
            row.put(first.column(), shown);
            for (int column = first.column() + 1; column <= last.column(); column++) {
                row.put(column, Shown.unreadable(reference));
            }
        }
    }
}
