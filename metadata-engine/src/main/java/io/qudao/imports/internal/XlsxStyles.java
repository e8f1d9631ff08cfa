package io.qudao.imports.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The number formats of a workbook by style.
 *
 * @param formats formats by style; empty if the workbook has none, in which case cells show their stored value
 */
record XlsxStyles(List<NumberFormat> formats) {
    private static final int MOST = 70_000;
    private static final int MOST_CODES = 5_000;

    private static final String CLOCK = "h:mm:ss";

    /**
     * Formats with a fixed id, which workbooks do not define themselves. From 27 to 36 and from 50 to 58 they are those of
     * Chinese workbooks, where 32 to 35, 55 and 56 are times; all others there are dates.
     */
    private static final Map<Integer, String> BUILT_IN = Map.ofEntries(
            Map.entry(1, "0"),
            Map.entry(2, "0.00"),
            Map.entry(3, "#,##0"),
            Map.entry(4, "#,##0.00"),
            Map.entry(9, "0%"),
            Map.entry(10, "0.00%"),
            Map.entry(11, "0.00E+00"),
            Map.entry(12, "# ?/?"),
            Map.entry(13, "# ??/??"),
            Map.entry(18, CLOCK),
            Map.entry(19, CLOCK),
            Map.entry(20, CLOCK),
            Map.entry(21, CLOCK),
            Map.entry(22, "m/d/yyyy h:mm"),
            Map.entry(32, CLOCK),
            Map.entry(33, CLOCK),
            Map.entry(34, CLOCK),
            Map.entry(35, CLOCK),
            Map.entry(37, "#,##0"),
            Map.entry(38, "#,##0"),
            Map.entry(39, "#,##0.00"),
            Map.entry(40, "#,##0.00"),
            Map.entry(45, "mm:ss"),
            Map.entry(46, "[h]:mm:ss"),
            Map.entry(47, "mm:ss.0"),
            Map.entry(48, "##0.0E+0"),
            Map.entry(55, CLOCK),
            Map.entry(56, CLOCK));

    XlsxStyles {
        formats = List.copyOf(formats);
    }

    static XlsxStyles read(@Nullable InputStream part) throws IOException, XMLStreamException {
        var codes = new HashMap<Integer, String>();
        var formats = new ArrayList<NumberFormat>();
        if (part != null) {
            try (var xml = new XlsxPart(part)) {
                while (xml.next()) {
                    if (xml.name().equals("numFmt")) {
                        codes.put(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
                    } else if (xml.name().equals("cellXfs")) {
                        readFormats(xml, codes, formats);
                    }
                    if (codes.size() > MOST_CODES || formats.size() > MOST) {
                        throw new XMLStreamException("Too many styles");
                    }
                }
            }
        }
        return new XlsxStyles(formats);
    }

    NumberFormat of(String style) throws XMLStreamException {
        int index = style.isEmpty() ? 0 : number(style);
        return index >= 0 && index < formats.size() ? formats.get(index) : NumberFormat.GENERAL;
    }

    private static void readFormats(XlsxPart xml, Map<Integer, String> codes, List<NumberFormat> formats)
            throws XMLStreamException {
        var known = new HashMap<Integer, NumberFormat>();
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.name().equals("xf") && formats.size() <= MOST) {
                int id = xml.attribute("numFmtId").isEmpty() ? 0 : number(xml.attribute("numFmtId"));
                formats.add(known.computeIfAbsent(id, one -> format(one, codes)));
            }
        }
    }

    private static NumberFormat format(int id, Map<Integer, String> codes) {
        var code = codes.get(id);
        if (code != null) {
            return NumberFormat.of(code);
        }
        var builtIn = BUILT_IN.get(id);
        if (builtIn != null) {
            return NumberFormat.of(builtIn);
        }
        return isDate(id) ? NumberFormat.DATE : NumberFormat.GENERAL;
    }

    private static boolean isDate(int id) {
        return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    }

    private static int number(String text) throws XMLStreamException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw new XMLStreamException("Not a number: " + text, malformed);
        }
    }
}
