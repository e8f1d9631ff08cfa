package io.qudao.catalog;

/** A PNG or JPEG image. */
public final class Picture {
    private final String type;
    private final String version;
    private final byte[] bytes;

    public Picture(String type, String version, byte[] bytes) {
        this.type = type;
        this.version = version;
        this.bytes = bytes.clone();
    }

    /** Returns {@code image/png} or {@code image/jpeg}, as detected from the bytes. */
    public String type() {
        return type;
    }

    /** Returns a version that changes with the bytes. */
    public String version() {
        return version;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
