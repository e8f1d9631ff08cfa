package io.qudao.imports.internal;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An XML part of a workbook, read forward only, without document types, entities or unlimited lengths. */
final class XlsxPart implements AutoCloseable {
    /** Longest text of a cell, as in spreadsheet programs. */
    static final int LONGEST_TEXT = 32_767;

    private static final int LONGEST_TAG = 1 << 13;
    private static final int LONGEST_SECTION = LONGEST_TEXT + LONGEST_TAG;
    private static final int DEEPEST = 100;
    private static final int MARK = 3;

    /** How parts write characters that XML has no way to write (ECMA-376, ST_Xstring). */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final XMLStreamReader xml;
    private final Reader source;
    private int depth;

    XlsxPart(InputStream part) throws XMLStreamException, IOException {
        this.source = new ShortMarkup(decoded(part));
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        this.xml = factory.createXMLStreamReader(source);
    }

    /** Decodes as the byte order mark says: UTF-8 without one. */
    private static Reader decoded(InputStream part) throws IOException {
        var bytes = new PushbackInputStream(part, MARK);
        var start = bytes.readNBytes(MARK);
        var charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (start.length == MARK && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            mark = MARK;
        } else if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        }
        bytes.unread(start, mark, start.length - mark);
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Moves to the next start tag anywhere; returns false at the end. */
    boolean next() throws XMLStreamException {
        while (xml.hasNext()) {
            if (step() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the next start tag within the element at this depth; returns false at the end of that element. */
    boolean nextWithin(int outer) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && depth < outer) {
                return false;
            }
        }
        throw new XMLStreamException("The part ends early");
    }

    /** Returns the number of open elements. */
    int depth() {
        return depth;
    }

    String name() {
        return xml.getLocalName();
    }

    /** Returns an attribute by its local name in any namespace; empty if there is none. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Returns the text of the element whose start tag was just read, up to its end. */
    String text() throws XMLStreamException {
        var text = new StringBuilder();
        int outer = depth;
        while (true) {
            switch (step()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
                        throw new XMLStreamException("A text is too long");
                    }
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < outer) {
                        return ESCAPED.matcher(text).replaceAll(XlsxPart::character);
                    }
                }
                default -> {}
            }
        }
    }

    private static String character(MatchResult escaped) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16)));
    }

    private int step() throws XMLStreamException {
        int event = xml.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> depth++;
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new XMLStreamException("Document types and entities are not allowed");
            default -> {}
        }
        if (depth > DEEPEST) {
            throw new XMLStreamException("Elements are nested too deeply");
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Limits the length of tags, comments and other markup, which the parser keeps in memory as a whole. */
    private static final class ShortMarkup extends FilterReader {
        /** The markup that is being read, from its first bracket on; empty within text. */
        private final StringBuilder open = new StringBuilder();

        private char quote;

        ShortMarkup(Reader source) {
            super(source);
        }

        @Override
        public int read() throws IOException {
            var one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] into, int offset, int count) throws IOException {
            int read = super.read(into, offset, count);
            for (int i = offset; i < offset + read; i++) {
                if (!open.isEmpty() || into[i] == '<') {
                    follow(into[i]);
                }
            }
            return read;
        }

        private void follow(char next) throws IOException {
            open.append(next);
            if (open.length() > LONGEST_TAG && (isTag() || open.length() > LONGEST_SECTION)) {
                throw new IOException("A tag, comment or section is too long");
            }
            if (next == '>' && isWhole()) {
                open.setLength(0);
            } else if (isTag()) {
                quote(next);
            }
        }

        /** Returns whether a bracket ends the markup: those within comments, sections and quoted attributes do not. */
        private boolean isWhole() {
            return switch (open.charAt(1)) {
                case '!' -> is("<!--", "-->") || is("<![CDATA[", "]]>");
                case '?' -> is("<?", "?>");
                default -> quote == 0;
            };
        }

        private boolean is(String start, String end) {
            int length = open.length();
            return length >= start.length() + end.length()
                    && start.contentEquals(open.subSequence(0, start.length()))
                    && end.contentEquals(open.subSequence(length - end.length(), length));
        }

        private boolean isTag() {
            return open.length() > 1 && open.charAt(1) != '!' && open.charAt(1) != '?';
        }

        private void quote(char next) {
            if (quote == 0 && (next == '"' || next == '\'')) {
                quote = next;
            } else if (quote == next) {
                quote = 0;
            }
        }
    }
}
