package io.qudao.imports.internal;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The strings shared by the cells of a workbook. They are kept on disk: as Java objects, tens of millions of very short
 * texts would take a hundred times as much space as in the file.
 */
final class XlsxStrings implements AutoCloseable {
    private static final int PLACE = Long.BYTES + Integer.BYTES;
    private static final int LATELY = 1 << 12;
    private static final int LONGEST_REMEMBERED = 1_000;

    private final @Nullable Path texts;
    private final @Nullable Path places;
    private final @Nullable FileChannel text;
    private final @Nullable FileChannel place;
    private final long[] known = new long[LATELY];
    private final @Nullable String[] lately = new String[LATELY];

    private XlsxStrings(@Nullable Path texts, @Nullable Path places) throws IOException {
        this.texts = texts;
        this.places = places;
        this.text = texts == null ? null : FileChannel.open(texts, StandardOpenOption.READ);
        this.place = places == null ? null : FileChannel.open(places, StandardOpenOption.READ);
    }

    /** @param part null if the workbook has none */
    static XlsxStrings read(@Nullable InputStream part) throws IOException, XMLStreamException {
        if (part == null) {
            return new XlsxStrings(null, null);
        }
        var texts = Files.createTempFile("qudao-import", ".texts");
        var places = Files.createTempFile("qudao-import", ".places");
        try (var xml = new XlsxPart(part);
                var text = new BufferedOutputStream(Files.newOutputStream(texts));
                var place = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(places)))) {
            long end = 0;
            while (xml.next()) {
                if (xml.name().equals("si")) {
                    var bytes = item(xml).getBytes(StandardCharsets.UTF_8);
                    text.write(bytes);
                    place.writeLong(end);
                    place.writeInt(bytes.length);
                    end += bytes.length;
                }
            }
        } catch (IOException | XMLStreamException | RuntimeException failed) {
            Files.deleteIfExists(texts);
            Files.deleteIfExists(places);
            throw failed;
        }
        return new XlsxStrings(texts, places);
    }

    /** Returns the text of a shared or inline item: all its runs, without phonetic hints. */
    static String item(XlsxPart xml) throws XMLStreamException {
        var whole = new StringBuilder();
        int outer = xml.depth();
        int phonetic = Integer.MAX_VALUE;
        while (xml.nextWithin(outer)) {
            if (xml.depth() <= phonetic) {
                phonetic = xml.name().equals("rPh") ? xml.depth() : Integer.MAX_VALUE;
            }
            if (xml.name().equals("t") && phonetic == Integer.MAX_VALUE) {
                whole.append(xml.text());
                if (whole.length() > XlsxPart.LONGEST_TEXT) {
                    throw new XMLStreamException("A text is too long");
                }
            }
        }
        return whole.toString();
    }

    /** @throws XMLStreamException if there is no such text */
    String get(int index) throws IOException, XMLStreamException {
        if (text == null || place == null || index < 0 || (long) index * PLACE >= place.size()) {
            throw new XMLStreamException("No shared text " + index);
        }
        int at = index % LATELY;
        var last = lately[at];
        if (last != null && known[at] == index) {
            return last;
        }
        var where = read(place, (long) index * PLACE, PLACE);
        long from = where.getLong();
        var found =
                StandardCharsets.UTF_8.decode(read(text, from, where.getInt())).toString();
        if (found.length() <= LONGEST_REMEMBERED) {
            known[at] = index;
            lately[at] = found;
        }
        return found;
    }

    private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
            // until it is full
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        if (text != null && place != null && texts != null && places != null) {
            text.close();
            place.close();
            Files.deleteIfExists(texts);
            Files.deleteIfExists(places);
        }
    }
}
