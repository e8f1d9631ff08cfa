package io.qudao.metadata.internal;

import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.PermissionSet.Access;
import io.qudao.metadata.internal.check.Checks;
import io.qudao.metadata.internal.check.Differences;
import io.qudao.metadata.internal.check.ProposedState;
import io.qudao.metadata.internal.document.Footings;
import io.qudao.metadata.internal.document.Footings.Footing;
import io.qudao.metadata.internal.document.Identities;
import io.qudao.metadata.internal.document.Layers;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** Determines the effects of a change of the caller's own components. */
@Component
final class Planner {
    private final Layers layers;
    private final Footings footings;
    private final Checks checks;
    private final Clock clock;

    Planner(Layers layers, Footings footings, Checks checks, Clock clock) {
        this.layers = layers;
        this.footings = footings;
        this.checks = checks;
        this.clock = clock;
        requireRight();
    }

    /** Returns the standard components the tenant uses. */
    Footing footing(PublishedState live) {
        return footings.of(live.layer(), live.own());
    }

    /** Returns the tenant's components with access granted on the standard components they would use. */
    NavigableMap<ComponentKey, OwnComponent> granting(
            Collection<Access> access, PublishedState live, NavigableMap<ComponentKey, OwnComponent> own) {
        return access.isEmpty()
                ? own
                : AccessPatch.apply(
                        access, footings.of(live.layer(), own.values()).lower(), own);
    }

    /** @param numbers supplies ids of new objects: real ones, or placeholders for a preview */
    Proposal propose(PublishedState live, NavigableMap<ComponentKey, OwnComponent> own, IntSupplier numbers) {
        var violations = new Violations();
        var before = footing(live);
        var after = footings.of(live.layer(), own.values());
        var registry = new Registry(live.objects(), Cells.of(TenantScope.tenant()), numbers);
        var identified =
                registry.identify(own.values(), after.lower().documents().keySet());
        var base = layers.merge(before.lower(), live.own(), new Violations());
        var next = layers.merge(after.lower(), identified, violations);
        var proposed = new ProposedState(layers.standard(after.lower()), base, next);
        checks.check(proposed, violations);
        Identities.repeated(identified)
                .forEach(key -> violations.add(key.toString(), "metadata.identity_repeated", key.local()));
        var wrong = violations.list();
        var slots = new SlotPlan(clock.instant());
        slots.plan(next, registry, live.slots());
        return new Proposal(
                next,
                identified,
                Differences.between(base, next),
                violations.list(),
                warnings(proposed, after, wrong),
                Demands.between(base, next),
                registry.changes(),
                slots.changed(),
                slots.changes(),
                after.conflicts().isEmpty() ? after.lower() : null);
    }

    private List<Violation> warnings(ProposedState proposed, Footing after, List<Violation> violations) {
        var warnings = new Violations();
        checks.warn(proposed, warnings);
        var all = new ArrayList<>(after.conflicts());
        all.removeAll(violations);
        all.addAll(warnings.list());
        return all;
    }

    /** Components that ship are checked like those that tenants write. */
    private void requireRight() {
        var violations = new Violations();
        var standard = layers.standard();
        checks.check(new ProposedState(standard, standard, standard), violations);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("The standard components are invalid: " + violations.list());
        }
    }
}
