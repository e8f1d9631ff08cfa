package io.qudao.catalog.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The segments that a JPEG is made of, each a marker, its length and its content; behind a scan's come its pixels. */
final class JpegSegments {
    private static final int MARKER = 0xFF;
    private static final int STUFFED = 0x00;
    private static final int FIRST_RESTART = 0xD0;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int COMMENT = 0xFE;

    /** What applications add and a browser needs: the kind of colours, and their profile. */
    private static final List<String> OF_COLOURS = List.of("JFIF\0", "ICC_PROFILE\0", "Adobe");

    private static final String EXIF = "Exif\0\0";
    private static final int ORIENTATION = 0x0112;
    private static final int UPRIGHT = 1;
    private static final int LAST_ORIENTATION = 8;
    private static final int ENTRY = 12;
    private static final int VALUE_IN_ENTRY = 8;

    /** An Exif segment with nothing but the orientation, which is one of its bytes. */
    private static final String TURNED = "ffe100224578696600004d4d002a00000008000101120003000000010000000000000000";

    private static final int TURN = 29;

    private final byte[] jpeg;
    private final ByteArrayOutputStream kept;

    private JpegSegments(byte[] jpeg) {
        this.jpeg = jpeg;
        this.kept = new ByteArrayOutputStream(jpeg.length);
    }

    /**
     * Returns the picture without what cameras and programs write beside it: places, times, names, previews, and further
     * pictures behind its end. It stays upright.
     */
    static byte[] ofImage(byte[] jpeg) throws IOException {
        var segments = new JpegSegments(jpeg);
        segments.kept.write(jpeg, 0, 2);
        int at = 2;
        while (segments.marker(at) != END) {
            at = segments.take(at);
        }
        segments.kept.write(jpeg, at, 2);
        return segments.kept.toByteArray();
    }

    /** Returns the marker at a position, which must have one. */
    private int marker(int at) throws IOException {
        if (at + 2 > jpeg.length || unsigned(at) != MARKER) {
            throw new IOException("No segment at " + at);
        }
        return unsigned(at + 1);
    }

    /** Takes over the segment at a position if it is part of the picture; returns where the next one begins. */
    private int take(int at) throws IOException {
        int marker = marker(at);
        if (marker == MARKER) {
            return at + 1; // filled up
        }
        if (at + 4 > jpeg.length) {
            throw new IOException("A segment breaks off");
        }
        int end = at + 2 + (unsigned(at + 2) << Byte.SIZE | unsigned(at + 3));
        if (end > jpeg.length) {
            throw new IOException("A segment breaks off");
        }
        if (marker == SCAN) {
            end = endOfPixels(end);
        }
        if (isAdded(marker)) {
            byte[] turned = orientation(at + 4, end);
            if (turned != null) {
                kept.write(turned, 0, turned.length);
            }
        }
        if (!isAdded(marker) || OF_COLOURS.stream().anyMatch(name -> begins(at + 4, name))) {
            kept.write(jpeg, at, end - at);
        }
        return end;
    }

    private static boolean isAdded(int marker) {
        return marker == COMMENT || (marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION);
    }

    private int endOfPixels(int from) throws IOException {
        for (int at = from; at + 1 < jpeg.length; at++) {
            int next = unsigned(at + 1);
            boolean pixels = next == STUFFED || (next >= FIRST_RESTART && next < FIRST_RESTART + 8) || next == MARKER;
            if (unsigned(at) == MARKER && !pixels) {
                return at;
            }
        }
        throw new IOException("A scan breaks off");
    }

    /** Returns the segment that turns the picture upright; null if it is, or if this is no Exif segment. */
    private byte @Nullable [] orientation(int from, int end) {
        if (!begins(from, EXIF)) {
            return null;
        }
        try {
            int orientation = orientation(ByteBuffer.wrap(jpeg, from + EXIF.length(), end - from - EXIF.length())
                    .slice());
            return orientation > UPRIGHT && orientation <= LAST_ORIENTATION ? turned(orientation) : null;
        } catch (IndexOutOfBoundsException damaged) {
            return null;
        }
    }

    private static byte[] turned(int orientation) {
        byte[] segment = HexFormat.of().parseHex(TURNED);
        segment[TURN] = (byte) orientation;
        return segment;
    }

    private static int orientation(ByteBuffer exif) {
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        int entries = Short.toUnsignedInt(exif.getShort(directory));
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * ENTRY;
            if (exif.getShort(at) == ORIENTATION) {
                return exif.getShort(at + VALUE_IN_ENTRY);
            }
        }
        return UPRIGHT;
    }

    private boolean begins(int at, String name) {
        return at + name.length() <= jpeg.length
                && new String(jpeg, at, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }

    private int unsigned(int at) {
        return Byte.toUnsignedInt(jpeg[at]);
    }
}
