package io.qudao.imports.internal;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An XML part of a workbook, read forward; without document types, entities, and anything of endless length. */
final class XlsxPart implements AutoCloseable {
    /** Characters of a cell: as many as spreadsheets allow. */
    static final int LONGEST_TEXT = 32_767;

    private static final int LONGEST_TAG = 1 << 16;
    private static final int DEEPEST = 100;

    private final XMLStreamReader xml;
    private final Reader source;
    private int depth;

    XlsxPart(InputStream part) throws XMLStreamException {
        this.source = new ShortTags(new InputStreamReader(
                part,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        this.xml = factory.createXMLStreamReader(source);
    }

    /** Goes to the next start of an element, wherever it is; false at the end. */
    boolean next() throws XMLStreamException {
        while (xml.hasNext()) {
            if (step() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next start of an element within the one that was at this depth; false at its end. */
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
        throw new XMLStreamException("The part breaks off");
    }

    /** How many elements are open. */
    int depth() {
        return depth;
    }

    String name() {
        return xml.getLocalName();
    }

    /** An attribute by its local name, whatever its name space; empty where there is none. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The text of the element that has just started, to its end. */
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
                        return text.toString();
                    }
                }
                default -> {}
            }
        }
    }

    private int step() throws XMLStreamException {
        int event = xml.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> depth++;
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new XMLStreamException("A document type or an entity");
            default -> {}
        }
        if (depth > DEEPEST) {
            throw new XMLStreamException("Elements are nested too deep");
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** The parser keeps a whole tag in memory, with its attributes, and a whole comment. */
    private static final class ShortTags extends FilterReader {
        private int length;

        ShortTags(Reader source) {
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
                if (into[i] == '<') {
                    length = 1;
                } else if (into[i] == '>') {
                    length = 0;
                } else if (length > 0 && ++length > LONGEST_TAG) {
                    throw new IOException("A tag is too long");
                }
            }
            return read;
        }
    }
}
