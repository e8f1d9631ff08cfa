package io.qudao.metadata.internal.document;

import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Determines the standard components a tenant uses: those that ship now, unless one of them has the name of a component
 * of the tenant or makes a merged document invalid. In that case the tenant keeps those of its last publish, and the
 * conflicts are reported until they are resolved.
 */
@Component
public final class Footings {
    private final Layers layers;
    private final Function<String, Optional<Shipped>> earlier;

    @Autowired
    public Footings(Layers layers, ShippedLayers earlier) {
        this(layers, earlier::find);
    }

    public Footings(Layers layers, Function<String, Optional<Shipped>> earlier) {
        this.layers = layers;
        this.earlier = earlier;
    }

    /** @param conflicts at {@code kind/name}; empty if the tenant uses what ships now */
    public record Footing(Shipped lower, List<Violation> conflicts) {}

    /** @param layer the layer of the tenant's last publish; null if unknown */
    public Footing of(@Nullable String layer, Collection<OwnComponent> own) {
        var now = layers.shipped();
        var last = layer == null || layer.equals(now.hash()) ? Optional.<Shipped>empty() : earlier.apply(layer);
        var taken = own.stream()
                .filter(owned -> collides(owned, now, last))
                .map(OwnComponent::key)
                .collect(Collectors.toSet());
        var conflicts = new Violations();
        taken.stream().sorted().forEach(key -> conflicts.add(key.toString(), "metadata.collides", key.local()));
        if (taken.isEmpty()) {
            layers.merge(now, own, conflicts);
        }
        if (conflicts.isEmpty() || (taken.isEmpty() && !isRight(last, own))) {
            return new Footing(now, conflicts.list());
        }
        return new Footing(last.orElseGet(() -> now.without(key -> goesWith(key, taken))), conflicts.list());
    }

    /** Returns whether the tenant's components were valid on the layer they were published on. */
    private boolean isRight(Optional<Shipped> last, Collection<OwnComponent> own) {
        var before = new Violations();
        last.ifPresent(layer -> layers.merge(layer, own, before));
        return last.isPresent() && before.isEmpty();
    }

    /**
     * An own object or field has an identity and an override has none; for other kinds the previous layer tells them
     * apart.
     */
    private static boolean collides(OwnComponent owned, Shipped now, Optional<Shipped> last) {
        return now.has(owned.key())
                && (owned.identity() != null
                        || last.filter(layer -> !layer.has(owned.key())).isPresent());
    }

    private static boolean goesWith(ComponentKey key, Set<ComponentKey> taken) {
        return taken.contains(key) || taken.contains(new ComponentKey(ComponentKind.OBJECT, key.object()));
    }
}
