package io.qudao.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX workbook part by part, to write what no library would. */
public final class RawWorkbook {
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private RawWorkbook() {
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "_rels/.rels",
                relationships(
                        "<Relationship Id=\"r1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relationships("<Relationship Id=\"r1\" Type=\"" + OFFICE
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + OFFICE
                        + "/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"" + OFFICE
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/>"));
        settings("");
    }

    /** One sheet of these rows, such as {@code <row r="1"><c r="A1"><v>1</v></c></row>}. */
    public static RawWorkbook of(String rows) {
        return new RawWorkbook()
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /** With such an element before its sheets, such as {@code <workbookPr date1904="1"/>}. */
    public RawWorkbook settings(String settings) {
        return part(
                "xl/workbook.xml",
                "<workbook " + MAIN + " xmlns:r=\"" + OFFICE + "\">" + settings
                        + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    }

    /** With a style for each number format, in order; style 0 is General. */
    public RawWorkbook formats(String... formats) {
        var codes = new StringBuilder();
        var styles = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < formats.length; i++) {
            int id = 164 + i;
            codes.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>"
                    .formatted(id, formats[i].replace("&", "&amp;").replace("\"", "&quot;")));
            styles.append("<xf numFmtId=\"%d\" applyNumberFormat=\"1\"/>".formatted(id));
        }
        return part(
                "xl/styles.xml",
                "<styleSheet " + MAIN + "><numFmts>" + codes + "</numFmts><cellXfs>" + styles
                        + "</cellXfs></styleSheet>");
    }

    public RawWorkbook sharedStrings(String items) {
        return part("xl/sharedStrings.xml", "<sst " + MAIN + ">" + items + "</sst>");
    }

    public RawWorkbook part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private static String relationships(String inner) {
        return "<Relationships xmlns=\"" + PACKAGE + "\">" + inner + "</Relationships>";
    }
}
