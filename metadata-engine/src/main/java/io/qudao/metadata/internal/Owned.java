package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import org.jspecify.annotations.Nullable;

/**
 * A component in a tenant's own layer.
 *
 * @param identity as in {@link Entry#identity()}
 */
record Owned(Document document, @Nullable String identity) {
    ComponentKey key() {
        return document.key();
    }

    Owned as(@Nullable String other) {
        return new Owned(document, other);
    }
}
