package io.qudao.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PictureFormatUnitTests {
    @Test
    void refusesWhatIsNoPicture() {
        for (String text :
                new String[] {"<svg xmlns='http://www.w3.org/2000/svg'/>", "<html></html>", "GIF89a......", ""}) {
            assertThat(PictureFormat.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
        }
    }

    @Test
    void refusesTruncatedPng() throws Exception {
        byte[] png = Pictures.png(2, 2);
        assertThat(PictureFormat.of(png)).contains(PictureFormat.PNG);
        assertThat(PictureFormat.of(java.util.Arrays.copyOf(png, png.length - 4)))
                .isEmpty();
    }

    @Test
    void knowsJpegByItsHead() throws Exception {
        assertThat(PictureFormat.of(Pictures.jpeg(2, 2))).contains(PictureFormat.JPEG);
    }
}
