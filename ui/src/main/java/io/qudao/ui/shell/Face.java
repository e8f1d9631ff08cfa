package io.qudao.ui.shell;

/** One of the three user interfaces. */
public enum Face {
    /** For partners: buying, selling, receiving. */
    PORTAL(""),
    /** For the brand's staff. */
    WORKSPACE("work"),
    /** For those who configure the platform. */
    BUILDER("build");

    private final String path;

    Face(String path) {
        this.path = path;
    }

    /** Returns the first segment of its URLs; empty for the portal. */
    public String path() {
        return path;
    }

    /** Returns the user interface a URL, such as {@code work/orders}, belongs to. */
    public static Face of(String address) {
        for (Face face : new Face[] {WORKSPACE, BUILDER}) {
            if (address.equals(face.path) || address.startsWith(face.path + "/")) {
                return face;
            }
        }
        return PORTAL;
    }
}
