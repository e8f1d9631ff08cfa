package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import org.jspecify.annotations.Nullable;

/**
 * A component in a tenant's own layer.
 *
 * @param identity as in {@link MergedComponent#identity()}
 */
record OwnComponent(Document document, @Nullable String identity) {
    ComponentKey key() {
        return document.key();
    }

    OwnComponent as(@Nullable String other) {
        return new OwnComponent(document, other);
    }
}
