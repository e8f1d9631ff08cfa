package io.qudao.metadata.internal.document;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Merges the layers by component and by attribute. */
@Component
public final class Layers {
    private static final int BEHIND_STANDARD = 1_000_000;
    private static final int BEHIND_PUBLISHED = 2_000_000_000;

    private final Shipped shipped;
    private final Definitions definitions;

    public Layers(StandardLayer standard, Definitions definitions) {
        this.shipped = Shipped.of(standard.documents());
        this.definitions = definitions;
    }

    /** Returns everything that ships now. */
    public Shipped shipped() {
        return shipped;
    }

    /**
     * @param lower all layers below the tenant's own
     * @param violations receives what is wrong with the form of merged documents; those are left out
     */
    public ComponentCatalog merge(Shipped lower, Collection<OwnComponent> own, Violations violations) {
        var entries = new TreeMap<ComponentKey, MergedComponent>();
        for (Layer layer : Layer.values()) {
            int position = 0;
            for (OwnComponent owned : documents(lower, layer, own)) {
                lay(entries, layer, owned, position++, violations);
            }
        }
        return new ComponentCatalog(entries);
    }

    /** Returns an own component merged with the layers below. */
    public static Document effective(Shipped lower, OwnComponent owned) {
        var below = lower.documents().get(owned.key());
        return below == null ? owned.document().alone() : below.overriddenBy(owned.document());
    }

    public ComponentCatalog standard() {
        return standard(shipped);
    }

    public ComponentCatalog standard(Shipped lower) {
        var violations = new Violations();
        var catalog = merge(lower, List.of(), violations);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("The standard components are invalid: " + violations.list());
        }
        return catalog;
    }

    private static Collection<OwnComponent> documents(Shipped lower, Layer layer, Collection<OwnComponent> own) {
        return switch (layer) {
            case STANDARD ->
                lower.documents().values().stream()
                        .map(document -> new OwnComponent(document, null))
                        .toList();
            case PACKAGE -> List.of();
            case TENANT -> own.stream().sorted(OwnComponent.AS_MADE).toList();
        };
    }

    private void lay(
            NavigableMap<ComponentKey, MergedComponent> entries,
            Layer layer,
            OwnComponent owned,
            int position,
            Violations violations) {
        var below = entries.remove(owned.key());
        var document =
                below == null ? owned.document().alone() : below.document().overriddenBy(owned.document());
        var definition = definitions.parse(document, violations);
        if (definition == null) {
            return;
        }
        entries.put(
                owned.key(),
                below == null
                        ? new MergedComponent(
                                document, definition, layer, owned.identity(), order(layer, owned, position))
                        : new MergedComponent(document, definition, below.layer(), below.identity(), below.order()));
    }

    /**
     * Sorts in the order of the file or of creation: a tenant's fields by their ids; after them fields without one, as they
     * were made.
     */
    private static int order(Layer layer, OwnComponent owned, int position) {
        String identity = owned.identity();
        if (layer != Layer.TENANT) {
            return position;
        }
        if (identity == null) {
            return owned.key().kind() == ComponentKind.FIELD ? BEHIND_PUBLISHED + position : Integer.MAX_VALUE;
        }
        return BEHIND_STANDARD + Integer.parseInt(identity.replaceFirst("^a", ""));
    }
}
