package io.qudao.catalog.internal;

import io.qudao.catalog.CatalogProblem;
import io.qudao.kernel.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a picture, to know that it is one. Its header tells the number of pixels first, for a few kilobytes can unpack to
 * gigabytes; then only some of the pixels are kept.
 */
final class PictureCheck {
    private static final int MOST_PIXELS = 25_000_000;
    private static final int KEPT_SIDE = 256;
    private static final int MOST_SCANS = 32;
    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private PictureCheck() {}

    /**
     * The format of these bytes.
     *
     * @throws ProblemException {@code catalog.picture_unknown} where they are no whole PNG or JPEG;
     *     {@code catalog.picture_too_many_pixels}
     */
    static PictureFormat format(byte[] bytes) {
        var format = PictureFormat.of(bytes).orElseThrow(() -> unknown(null));
        try {
            switch (format) {
                case PNG -> decode("png", PngChunks.ofImage(bytes));
                case JPEG -> {
                    checkScans(bytes);
                    decode("jpeg", bytes);
                }
            }
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) { // a decoder fails in any way at bytes made to confuse it
            throw unknown(damaged);
        }
        return format;
    }

    /** Returns a checked picture without what tells where, when and by whom it was taken. */
    static byte[] bare(PictureFormat format, byte[] bytes) {
        try {
            return switch (format) {
                case PNG -> PngChunks.ofColours(bytes);
                case JPEG -> JpegSegments.ofImage(bytes);
            };
        } catch (IOException damaged) {
            throw unknown(damaged);
        }
    }

    private static void decode(String name, byte[] bytes) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(name).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS) {
                throw new ProblemException(CatalogProblem.PICTURE_TOO_MANY_PIXELS, MOST_PIXELS);
            }
            read(reader, Math.toIntExact(Math.ceilDiv(Math.max(width, height), KEPT_SIDE)));
        } finally {
            reader.dispose();
        }
    }

    /** Reads all pixels and keeps one of each square of this side. */
    private static void read(ImageReader reader, int side) throws IOException {
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(side, side, 0, 0);
        if (reader.canReadRaster()) {
            reader.readRaster(0, param);
        } else {
            reader.read(0, param);
        }
    }

    /** A progressive JPEG goes over all its pixels with each scan, and a scan can be ten bytes. The last one has an end. */
    private static void checkScans(byte[] bytes) throws IOException {
        int scans = 0;
        boolean open = false;
        for (int at = 0; at + 1 < bytes.length; at++) {
            if (Byte.toUnsignedInt(bytes[at]) != MARKER) {
                continue;
            }
            int kind = Byte.toUnsignedInt(bytes[at + 1]);
            if (kind == START_OF_SCAN) {
                scans++;
                open = true;
            } else if (kind == END_OF_IMAGE) {
                open = false;
            }
        }
        if (scans == 0 || scans > MOST_SCANS || open) {
            throw new IOException(scans + " scans, the last of them " + (open ? "open" : "ended"));
        }
    }

    private static ProblemException unknown(@Nullable Exception cause) {
        return new ProblemException(CatalogProblem.PICTURE_UNKNOWN, List.of(), cause, "PNG, JPEG");
    }
}
