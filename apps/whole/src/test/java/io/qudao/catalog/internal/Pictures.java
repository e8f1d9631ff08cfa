package io.qudao.catalog.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures made for tests. */
public final class Pictures {
    private Pictures() {}

    public static byte[] png(int width, int height) throws IOException {
        return image("png", width, height);
    }

    public static byte[] jpeg(int width, int height) throws IOException {
        return image("jpeg", width, height);
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
