package io.qudao.metadata.internal;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Merges the layers, by component and by attribute: standard, then packages (none are installed yet), then the tenant's
 * own. The upper layer wins.
 */
@Component
final class Layers {
    private static final int BEHIND_STANDARD = 1_000_000;

    private final StandardLayer standard;
    private final Definitions definitions;

    Layers(StandardLayer standard, Definitions definitions) {
        this.standard = standard;
        this.definitions = definitions;
    }

    /** All layers below the tenant's own. */
    Map<ComponentKey, Document> lower() {
        return standard.documents();
    }

    /** @param violations gets what is wrong with the form of merged documents; those are left out */
    Catalog merge(Collection<Owned> own, Violations violations) {
        var entries = new TreeMap<ComponentKey, Entry>();
        int order = 0;
        for (Document document : lower().values()) {
            add(entries, document, true, null, order++, violations);
        }
        for (Owned owned : own) {
            var below = entries.get(owned.key());
            if (below == null) {
                add(entries, owned.document().alone(), false, owned.identity(), order(owned), violations);
            } else {
                var merged = below.document().overriddenBy(owned.document());
                entries.remove(owned.key());
                add(entries, merged, true, null, below.order(), violations);
            }
        }
        return new Catalog(entries);
    }

    /** Own components as an effective document each would be, one after the other; for those of one layer only. */
    Document effective(Owned owned) {
        var below = lower().get(owned.key());
        return below == null ? owned.document().alone() : below.overriddenBy(owned.document());
    }

    Catalog standard() {
        var violations = new Violations();
        var catalog = merge(List.of(), violations);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("The standard components are wrong: " + violations.list());
        }
        return catalog;
    }

    private void add(
            Map<ComponentKey, Entry> entries,
            Document document,
            boolean ships,
            @Nullable String identity,
            int order,
            Violations violations) {
        var definition = definitions.parse(document, violations);
        if (definition != null) {
            entries.put(document.key(), new Entry(document, definition, ships, identity, order));
        }
    }

    /** Fields in the order they were made; those without an id behind them. */
    private static int order(Owned owned) {
        String identity = owned.identity();
        return identity == null
                ? Integer.MAX_VALUE
                : BEHIND_STANDARD + Integer.parseInt(identity.replaceFirst("^a", ""));
    }
}
