package io.qudao.catalog.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;

/** The parts that a PNG is made of, each a length, a name of four letters, its content and a checksum. */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int NAME = 4;
    private static final String HEADER = "IHDR";
    private static final Set<String> OF_IMAGE = Set.of(HEADER, "PLTE", "tRNS", "IDAT", "IEND");
    private static final Set<String> OF_COLOURS = Set.of("gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs");

    private PngChunks() {}

    /** The file with what makes the image, and nothing else: texts and profiles are packed, and could unpack to anything. */
    static byte[] ofImage(byte[] png) throws IOException {
        return with(OF_IMAGE::contains, png);
    }

    /** The same with what browsers need to show its colours, but without texts, times and places. */
    static byte[] ofColours(byte[] png) throws IOException {
        return with(name -> OF_IMAGE.contains(name) || OF_COLOURS.contains(name), png);
    }

    private static byte[] with(Predicate<String> isKept, byte[] png) throws IOException {
        var kept = new ByteArrayOutputStream(png.length);
        kept.write(png, 0, SIGNATURE);
        var rest = ByteBuffer.wrap(png).position(SIGNATURE);
        while (rest.hasRemaining()) {
            int at = rest.position();
            if (rest.remaining() < FRAME || rest.getInt(at) < 0 || rest.getInt(at) > rest.remaining() - FRAME) {
                throw new IOException("A chunk breaks off");
            }
            int length = rest.getInt(at) + FRAME;
            String name = new String(png, at + NAME, NAME, StandardCharsets.US_ASCII);
            if (name.equals(HEADER) != (at == SIGNATURE)) {
                throw new IOException("There is one header, and it comes first");
            }
            if (isKept.test(name)) {
                kept.write(png, at, length);
            }
            rest.position(at + length);
        }
        return kept.toByteArray();
    }
}
