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

    /** {@code image/png} or {@code image/jpeg}, as found in the bytes. */
    public String type() {
        return type;
    }

    /** Changes with the bytes. */
    public String version() {
        return version;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
