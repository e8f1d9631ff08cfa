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

    /** Returns the URL in this user interface of a page that there is in both, without its leading slash. */
    String address(String elsewhere) {
        var other = of(elsewhere).path;
        var page = elsewhere.substring(Math.min(elsewhere.length(), other.isEmpty() ? 0 : other.length() + 1));
        return path.isEmpty() ? page : path + "/" + page;
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
