package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;

/** A state of all layers that would follow another. */
record Proposed(Catalog standard, Catalog base, Catalog next) {
    /** How a violation names a place in a component. */
    static String at(ComponentKey key, String path) {
        return path.isEmpty() ? key.toString() : key + "/" + path;
    }
}
