package io.qudao.metadata.internal;

import io.qudao.kernel.Violation;
import io.qudao.metadata.Plan;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.metadata.internal.document.Shipped;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A possible next state, with the result of its checks.
 *
 * @param own the tenant's layer, each component with its identity
 * @param demands what is asked of the values that records hold
 * @param objects new or changed entries of the registry
 * @param slots new or changed slot columns
 * @param layer the standard components that fit it; null if it stays on earlier ones
 */
record Proposal(
        ComponentCatalog next,
        Collection<OwnComponent> own,
        List<Plan.Change> changes,
        List<Violation> violations,
        List<Violation> warnings,
        List<Plan.Demand> demands,
        List<RegisteredObject> objects,
        List<SlotRow> slots,
        List<Plan.SlotChange> slotChanges,
        @Nullable Shipped layer) {}
