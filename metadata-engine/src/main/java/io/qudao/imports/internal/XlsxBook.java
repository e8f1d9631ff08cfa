package io.qudao.imports.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Where a workbook's parts are.
 *
 * @param sheet the first visible sheet
 * @param styles may be missing, as may the shared strings
 * @param from1904 whether dates are counted from 1904
 */
record XlsxBook(String sheet, String styles, String strings, boolean from1904) {
    private static final String USUAL = "xl/workbook.xml";
    private static final int MOST_RELATIONS = 1_000;

    static XlsxBook of(XlsxArchive archive) throws IOException, XMLStreamException {
        var main = relations(archive.part("_rels/.rels")).byType.getOrDefault("officeDocument", USUAL);
        var name = main.startsWith("/") ? main.substring(1) : main;
        var folder = name.substring(0, name.lastIndexOf('/') + 1);
        var relations = relations(archive.part(folder + "_rels/" + name.substring(folder.length()) + ".rels"));
        String sheet = "";
        boolean shown = false;
        boolean from1904 = false;
        try (var book = new XlsxPart(required(archive.part(name)))) {
            while (book.next()) {
                if (book.name().equals("workbookPr")) {
                    var value = book.attribute("date1904");
                    from1904 = value.equals("1") || value.equals("true");
                } else if (book.name().equals("sheet") && !shown) {
                    shown = !book.attribute("state").endsWith("idden");
                    var target = relations.byId.getOrDefault(book.attribute("id"), "worksheets/sheet1.xml");
                    sheet = shown || sheet.isEmpty() ? target : sheet;
                }
            }
        }
        return new XlsxBook(
                in(folder, sheet),
                in(folder, relations.byType.getOrDefault("styles", "styles.xml")),
                in(folder, relations.byType.getOrDefault("sharedStrings", "sharedStrings.xml")),
                from1904);
    }

    private static String in(String folder, String target) {
        return target.startsWith("/") ? target : folder + target;
    }

    private static InputStream required(@Nullable InputStream part) throws XMLStreamException {
        if (part == null) {
            throw new XMLStreamException("The workbook is missing");
        }
        return part;
    }

    private static Relations relations(@Nullable InputStream part) throws IOException, XMLStreamException {
        var relations = new Relations(new HashMap<>(), new HashMap<>());
        if (part != null) {
            try (var xml = new XlsxPart(part)) {
                while (xml.next() && relations.byId.size() < MOST_RELATIONS) {
                    var type = xml.attribute("Type");
                    relations.byId.put(xml.attribute("Id"), xml.attribute("Target"));
                    relations.byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), xml.attribute("Target"));
                }
            }
        }
        return relations;
    }

    private record Relations(Map<String, String> byId, Map<String, String> byType) {}
}
