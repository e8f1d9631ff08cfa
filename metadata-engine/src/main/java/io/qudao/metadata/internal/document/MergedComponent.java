package io.qudao.metadata.internal.document;

import io.qudao.metadata.ComponentKey;
import org.jspecify.annotations.Nullable;

/**
 * A component with all layers merged.
 *
 * @param layer the lowest layer it appears in
 * @param identity for a tenant's own object its id, for a tenant's own field its id; null for others and while
 *     unpublished
 * @param order position among those of its kind and object
 */
public record MergedComponent(
        Document document,
        Definition definition,
        Layer layer,
        @Nullable String identity,
        int order) {
    /** Returns the position its document asks for, or the last one if it asks for none. */
    int wanted() {
        var wanted = definition.order();
        return wanted == null ? Integer.MAX_VALUE : wanted;
    }

    public ComponentKey key() {
        return document.key();
    }

    /** Returns whether it ships with the platform, with or without a tenant's overrides. */
    public boolean standard() {
        return layer != Layer.TENANT;
    }

    public <D extends Definition> D as(Class<D> type) {
        return type.cast(definition);
    }
}
