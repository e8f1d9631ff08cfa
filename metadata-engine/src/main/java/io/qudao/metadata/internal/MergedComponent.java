package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import org.jspecify.annotations.Nullable;

/**
 * A component with all layers merged.
 *
 * @param layer the lowest it is in
 * @param identity of a tenant's own object its id, of a tenant's own field its id; null for others and while unpublished
 * @param order among those of its kind and object
 */
record MergedComponent(
        Document document,
        Definition definition,
        Layer layer,
        @Nullable String identity,
        int order) {
    /** The place its document asks for, behind all others where it asks for none. */
    int wanted() {
        var wanted = definition.order();
        return wanted == null ? Integer.MAX_VALUE : wanted;
    }

    ComponentKey key() {
        return document.key();
    }

    /** Ships with the platform, with or without a tenant's overrides. */
    boolean standard() {
        return layer != Layer.TENANT;
    }

    <D extends Definition> D as(Class<D> type) {
        return type.cast(definition);
    }
}
