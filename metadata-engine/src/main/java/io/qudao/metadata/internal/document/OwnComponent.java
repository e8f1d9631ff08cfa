package io.qudao.metadata.internal.document;

import io.qudao.metadata.ComponentKey;
import org.jspecify.annotations.Nullable;

/**
 * A component in a tenant's own layer.
 *
 * @param identity as in {@link MergedComponent#identity()}
 */
public record OwnComponent(Document document, @Nullable String identity) {
    public ComponentKey key() {
        return document.key();
    }

    public OwnComponent as(@Nullable String other) {
        return new OwnComponent(document, other);
    }
}
