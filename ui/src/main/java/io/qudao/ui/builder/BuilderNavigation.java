package io.qudao.ui.builder;

/** Addresses of the builder, for links from elsewhere. */
public final class BuilderNavigation {
    static final String OBJECTS = "build";
    static final String OBJECT = "build/objects/:object";
    static final String PLAN = "build/plan";
    static final String RELEASES = "build/releases";

    private BuilderNavigation() {}

    public static String objects() {
        return "/" + OBJECTS;
    }

    /** Fields and page of an object. */
    public static String object(String name) {
        return "/build/objects/" + name;
    }

    static String plan() {
        return "/" + PLAN;
    }

    static String releases() {
        return "/" + RELEASES;
    }
}
