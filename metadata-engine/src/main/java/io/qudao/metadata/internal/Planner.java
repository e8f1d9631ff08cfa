package io.qudao.metadata.internal;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.util.NavigableMap;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** Judges what a change of the caller's own components would do. */
@Component
final class Planner {
    private final Layers layers;
    private final Checks checks;
    private final Clock clock;
    private final Catalog standard;

    Planner(Layers layers, Checks checks, Clock clock) {
        this.layers = layers;
        this.checks = checks;
        this.clock = clock;
        this.standard = layers.standard();
        requireRight();
    }

    /** @param numbers ids of new objects: true ones, or stand-ins for a look ahead */
    Proposal propose(Live live, NavigableMap<ComponentKey, Owned> own, IntSupplier numbers) {
        var violations = new Violations();
        var registry = new Registry(live.objects(), Cells.of(TenantScope.tenant()), numbers);
        var identified = registry.identify(own.values(), layers.lower().keySet());
        var base = layers.merge(live.own(), new Violations());
        var next = layers.merge(identified, violations);
        checks.check(new Proposed(standard, base, next), violations);
        var slots = new SlotPlan(clock.instant(), violations);
        slots.plan(next, registry, live.slots());
        return new Proposal(
                next,
                identified,
                Differences.between(base, next),
                violations.list(),
                registry.changes(),
                slots.changed(),
                slots.changes());
    }

    /** What ships is checked as what tenants write is. */
    private void requireRight() {
        var violations = new Violations();
        checks.check(new Proposed(standard, standard, standard), violations);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("The standard components are wrong: " + violations.list());
        }
    }
}
