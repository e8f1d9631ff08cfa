package io.qudao.catalog.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures made for tests. */
public final class Pictures {
    private static final int EMPTY_CHUNK = 12;

    private Pictures() {}

    public static byte[] png(int width, int height) {
        return image("png", width, height);
    }

    /** A small picture with a text that stays in it: the name of a profile of colours. */
    public static byte[] png(String text) {
        return beforeEnd(png(2, 2), chunk("iCCP", (text + "\0\0").getBytes(StandardCharsets.ISO_8859_1)));
    }

    public static byte[] jpeg(int width, int height) {
        return image("jpeg", width, height);
    }

    /** A PNG with one more part before its end. */
    static byte[] beforeEnd(byte[] png, byte[] chunk) {
        int end = png.length - EMPTY_CHUNK;
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, end)
                .put(chunk)
                .put(png, end, EMPTY_CHUNK)
                .array();
    }

    /** A part of a PNG: length, name, content, checksum. */
    static byte[] chunk(String name, byte[] content) {
        var chunk = ByteBuffer.allocate(content.length + EMPTY_CHUNK)
                .putInt(content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content);
        var sum = new CRC32();
        sum.update(chunk.array(), Integer.BYTES, Integer.BYTES + content.length);
        return chunk.putInt((int) sum.getValue()).array();
    }

    private static byte[] image(String format, int width, int height) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
