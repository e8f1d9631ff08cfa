package io.qudao.ui.workspace;

import java.util.UUID;

/** Addresses of the workspace, for links from elsewhere. */
public final class WorkspaceNavigation {
    static final String ORDERS = "work/orders";
    static final String OBJECTS = "work/objects";

    private WorkspaceNavigation() {}

    public static String order(UUID id) {
        return "/" + ORDERS + "/" + id;
    }

    /** The list of an object's records. */
    public static String records(String object) {
        return "/" + OBJECTS + "/" + object;
    }

    public static String record(String object, UUID id) {
        return records(object) + "/" + id;
    }
}
