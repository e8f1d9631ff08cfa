package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;

/** A possible next state of all layers, with the state it would follow. */
record ProposedState(ComponentCatalog standard, ComponentCatalog base, ComponentCatalog next) {
    /** Returns whether a component is new or has changed; what existed before is not refused again. */
    boolean isChanged(MergedComponent entry) {
        return base.find(entry.key())
                .filter(before ->
                        before.document().hash().equals(entry.document().hash()))
                .isEmpty();
    }

    /** Returns how violations name a place in a component. */
    static String at(ComponentKey key, String path) {
        return path.isEmpty() ? key.toString() : key + "/" + path;
    }
}
