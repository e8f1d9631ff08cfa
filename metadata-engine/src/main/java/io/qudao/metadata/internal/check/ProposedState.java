package io.qudao.metadata.internal.check;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.MergedComponent;

/** A possible next state of all layers, with the state it would follow. */
public record ProposedState(ComponentCatalog standard, ComponentCatalog base, ComponentCatalog next) {
    /** Returns whether a component is new or has changed; what existed before is not refused again. */
    boolean isChanged(MergedComponent entry) {
        return base.find(entry.key())
                .filter(before ->
                        before.document().hash().equals(entry.document().hash()))
                .isEmpty();
    }

    /** Returns how violations name a place in a component. */
    public static String at(ComponentKey key, String path) {
        return path.isEmpty() ? key.toString() : key + "/" + path;
    }
}
