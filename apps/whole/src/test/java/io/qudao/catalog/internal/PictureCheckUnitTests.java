package io.qudao.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.catalog.CatalogProblem;
import io.qudao.kernel.ProblemException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures that are small as files and not when they are opened. */
class PictureCheckUnitTests {
    private static final int AT_PNG_DATA = 43;
    private static final int AT_JPEG_HEIGHT = 5;

    @Test
    void takesWholePicturesOfBothKinds() {
        assertThat(PictureCheck.format(Pictures.png(300, 2))).isEqualTo(PictureFormat.PNG);
        assertThat(PictureCheck.format(Pictures.jpeg(2, 300))).isEqualTo(PictureFormat.JPEG);
    }

    @Test
    void refusesWhatOnlyBeginsAndEndsLikeAPicture() {
        var png = Pictures.png(64, 64);
        refuses(CatalogProblem.PICTURE_UNKNOWN, Arrays.copyOf(png, png.length - 4));
        Arrays.fill(png, AT_PNG_DATA, png.length - 20, (byte) 0);
        refuses(CatalogProblem.PICTURE_UNKNOWN, png);
        var jpeg = Pictures.jpeg(64, 64);
        refuses(CatalogProblem.PICTURE_UNKNOWN, Arrays.copyOf(jpeg, jpeg.length - 2));
        refuses(CatalogProblem.PICTURE_UNKNOWN, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0, 0});
        refuses(CatalogProblem.PICTURE_UNKNOWN, gif(5_000));
    }

    @Test
    void asksAPngForItsSizeBeforeItIsUnpacked() throws Exception { // C1
        refuses(CatalogProblem.PICTURE_TOO_MANY_PIXELS, png(50_000, 50_000, zeros(50_000L * 50)));
        refuses(CatalogProblem.PICTURE_TOO_MANY_PIXELS, png(Integer.MAX_VALUE, 1, zeros(10)));
    }

    @Test
    void asksAJpegForItsSizeBeforeItIsUnpacked() { // C1
        var jpeg = Pictures.jpeg(8, 8);
        int frame = indexOf(jpeg, 0xc0);
        ByteBuffer.wrap(jpeg)
                .putShort(frame + AT_JPEG_HEIGHT, (short) 60_000)
                .putShort(frame + AT_JPEG_HEIGHT + 2, (short) 60_000);
        refuses(CatalogProblem.PICTURE_TOO_MANY_PIXELS, jpeg);
    }

    @Test
    void unpacksNoTextBesideTheImage() throws Exception { // C1
        var text = new ByteArrayOutputStream();
        text.write("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        text.write(zeros(1L << 28));
        assertThat(text.size()).isLessThan(1 << 19);
        var bomb = Pictures.beforeEnd(Pictures.png(2, 2), Pictures.chunk("zTXt", text.toByteArray()));
        assertThat(PictureCheck.format(bomb)).isEqualTo(PictureFormat.PNG);
    }

    @Test
    void goesOverAJpegOnlySoManyTimes() { // C1
        var jpeg = Pictures.jpeg(8, 8);
        int scan = indexOf(jpeg, 0xda);
        var scans = new ByteArrayOutputStream();
        scans.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 1_000; i++) {
            scans.write(jpeg, scan, jpeg.length - 2 - scan);
        }
        scans.write(jpeg, jpeg.length - 2, 2);
        refuses(CatalogProblem.PICTURE_UNKNOWN, scans.toByteArray());
    }

    @Test
    void keepsOfAJpegWhatTurnsItUprightAndNotWhereItWasTaken() throws Exception { // PP-18
        var jpeg = Pictures.jpeg(8, 4);
        var taken = join(
                Arrays.copyOf(jpeg, 2),
                segment(0xe1, exif((short) 6)),
                segment(0xe1, "http://ns.adobe.com/xap/1.0/\0SECRET".getBytes(StandardCharsets.ISO_8859_1)),
                segment(0xe2, profile()),
                segment(0xed, "Photoshop 3.0\0SECRET".getBytes(StandardCharsets.ISO_8859_1)),
                segment(0xfe, "SECRET".getBytes(StandardCharsets.ISO_8859_1)),
                Arrays.copyOfRange(jpeg, 2, jpeg.length),
                "SECRET".getBytes(StandardCharsets.ISO_8859_1));
        var bare = PictureCheck.bare(PictureCheck.format(taken), taken);
        var text = new String(bare, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("SECRET").contains("ICC_PROFILE", "Exif\0\0MM\0*");
        assertThat(text.split("Exif", -1)).hasSize(2);
        assertThat(ByteBuffer.wrap(bare).getShort(text.indexOf("Exif") + 24)).isEqualTo((short) 6);
        assertThat(ImageIO.read(new ByteArrayInputStream(bare)).getWidth()).isEqualTo(8);
        assertThat(PictureCheck.bare(PictureFormat.JPEG, bare)).isEqualTo(bare);
        assertThat(PictureCheck.bare(PictureFormat.JPEG, jpeg)).isEqualTo(jpeg);
    }

    @Test
    void keepsOfAPngItsColoursAndNoTexts() throws Exception { // PP-18
        var transparent = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB), "png", transparent);
        var png = Pictures.beforeEnd(
                Pictures.beforeEnd(
                        transparent.toByteArray(),
                        Pictures.chunk("eXIf", "SECRET".getBytes(StandardCharsets.ISO_8859_1))),
                Pictures.chunk("iTXt", "Author\0SECRET".getBytes(StandardCharsets.ISO_8859_1)));
        var bare = PictureCheck.bare(PictureCheck.format(png), png);
        assertThat(new String(bare, StandardCharsets.ISO_8859_1)).doesNotContain("SECRET");
        assertThat(ImageIO.read(new ByteArrayInputStream(bare)).getColorModel().hasAlpha())
                .isTrue();
    }

    private static byte[] profile() {
        return join(
                "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1),
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    }

    /** A place as a camera writes it, in a directory of two entries. */
    private static byte[] exif(short orientation) {
        return ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + 6)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 2)
                .putInt(0x010f0002)
                .putInt(6)
                .putInt(38)
                .putInt(0x01120003)
                .putInt(1)
                .putShort(orientation)
                .putShort((short) 0)
                .putInt(0)
                .put("SECRET".getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static byte[] segment(int kind, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xff)
                .put((byte) kind)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    private static void refuses(CatalogProblem problem, byte[] bytes) {
        assertThatThrownBy(() -> PictureCheck.format(bytes))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private static byte[] png(int width, int height, byte[] packed) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0});
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                Pictures.chunk("IHDR", header.array()),
                Pictures.chunk("IDAT", packed),
                Pictures.chunk("IEND", new byte[0]));
    }

    private static byte[] zeros(long length) throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater())) {
            var block = new byte[1 << 16];
            for (long left = length; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        return packed.toByteArray();
    }

    private static byte[] gif(int frames) {
        var frame = new byte[] {0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0};
        var file = ByteBuffer.allocate(14 + frames * frame.length);
        file.put("GIF89a".getBytes(StandardCharsets.US_ASCII)).put(new byte[] {1, 0, 1, 0, 0, 0, 0});
        for (int i = 0; i < frames; i++) {
            file.put(frame);
        }
        return file.put((byte) 0x3b).array();
    }

    private static byte[] join(byte[]... parts) {
        var joined = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(joined::put);
        return joined.array();
    }

    /** Where the marker of this kind begins. */
    private static int indexOf(byte[] jpeg, int kind) {
        for (int at = 0; at + 1 < jpeg.length; at++) {
            if (jpeg[at] == (byte) 0xff && jpeg[at + 1] == (byte) kind) {
                return at;
            }
        }
        throw new IllegalArgumentException("There is no marker " + kind);
    }
}
