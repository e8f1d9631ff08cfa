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

/** An XML part of a workbook, read forward only, without document types, entities or unlimited lengths. */
final class XlsxPart implements AutoCloseable {
    /** Longest text of a cell, as in spreadsheet programs. */
    static final int LONGEST_TEXT = 32_767;

    private static final int LONGEST_TAG = 1 << 13;
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

    /** Limits the length of tags and comments, which the parser keeps in memory as a whole. */
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
