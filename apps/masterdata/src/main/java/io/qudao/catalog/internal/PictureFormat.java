package io.qudao.catalog.internal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The two accepted picture formats, detected from the bytes and not from what the sender declares. Cameras append data
 * to a JPEG, so only its head is checked.
 */
enum PictureFormat {
    PNG("image/png", "89504e470d0a1a0a0000000d49484452", "0000000049454e44ae426082"),
    JPEG("image/jpeg", "ffd8ff", "");

    private static final HexFormat HEX = HexFormat.of();

    private final String type;
    private final String head;
    private final String tail;

    PictureFormat(String type, String head, String tail) {
        this.type = type;
        this.head = head;
        this.tail = tail;
    }

    String type() {
        return type;
    }

    static Optional<PictureFormat> of(byte[] bytes) {
        return Arrays.stream(values()).filter(format -> format.fits(bytes)).findFirst();
    }

    private boolean fits(byte[] bytes) {
        int first = head.length() / 2;
        int last = tail.length() / 2;
        return bytes.length > first + last
                && HEX.formatHex(bytes, 0, first).equals(head)
                && HEX.formatHex(bytes, bytes.length - last, bytes.length).equals(tail);
    }
}
