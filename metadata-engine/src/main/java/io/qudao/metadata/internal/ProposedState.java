package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;

/** A state of all layers that would follow another. */
record ProposedState(ComponentCatalog standard, ComponentCatalog base, ComponentCatalog next) {
    /** Whether it is new, or says something else than before: what was there already is not refused anew. */
    boolean isChanged(MergedComponent entry) {
        return base.find(entry.key())
                .filter(before ->
                        before.document().hash().equals(entry.document().hash()))
                .isEmpty();
    }

    /** How a violation names a place in a component. */
    static String at(ComponentKey key, String path) {
        return path.isEmpty() ? key.toString() : key + "/" + path;
    }
}
