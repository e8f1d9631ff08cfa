package io.qudao.ui.shell;

/** One of the three faces. */
public enum Face {
    /** For partners: buying, selling, receiving. */
    PORTAL(""),
    /** For the brand's staff. */
    WORKSPACE("work"),
    /** For those who shape the platform. */
    BUILDER("build");

    private final String path;

    Face(String path) {
        this.path = path;
    }

    /** First segment of its addresses; empty for the portal. */
    public String path() {
        return path;
    }

    /** The face that an address, such as {@code work/orders}, belongs to. */
    public static Face of(String address) {
        for (Face face : new Face[] {WORKSPACE, BUILDER}) {
            if (address.equals(face.path) || address.startsWith(face.path + "/")) {
                return face;
            }
        }
        return PORTAL;
    }
}
