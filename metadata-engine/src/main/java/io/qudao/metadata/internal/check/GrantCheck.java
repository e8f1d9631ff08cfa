package io.qudao.metadata.internal.check;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.internal.document.Definition.OfApproval;
import io.qudao.metadata.internal.document.MergedComponent;
import io.qudao.tenancy.TenantScope;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** Nobody may publish more rights than they hold, nor change who decides where they may not decide themselves. */
final class GrantCheck implements Check {
    private final ObjectProvider<PermissionSet.Limits> limits;

    GrantCheck(ObjectProvider<PermissionSet.Limits> limits) {
        this.limits = limits;
    }

    @Override
    public void check(ProposedState proposed, Violations violations) {
        checkSets(proposed, violations);
        checkDecisions(proposed, violations);
    }

    /** A changed process of an object may take decisions from those who make them by its processes until now. */
    private static void checkDecisions(ProposedState proposed, Violations violations) {
        var changed = changedProcesses(proposed);
        for (MergedComponent entry : proposed.base().of(ComponentKind.APPROVAL_PROCESS)) {
            String decides = entry.as(OfApproval.class).approverPermission();
            if (changed.contains(entry.key().object()) && !TenantScope.caller().may(decides)) {
                violations.add(ProposedState.at(entry.key(), "approverPermission"), "metadata.more_than_own", decides);
            }
        }
    }

    /** Returns the objects, by their names until now, of which a process is new, changed or gone. */
    private static Set<String> changedProcesses(ProposedState proposed) {
        var renamed = Differences.renamed(proposed.base(), proposed.next());
        var kept = new HashSet<ComponentKey>();
        var changed = new HashSet<String>();
        for (MergedComponent entry : proposed.next().of(ComponentKind.APPROVAL_PROCESS)) {
            var object = new ComponentKey(ComponentKind.OBJECT, entry.key().object());
            var before = ComponentKey.part(
                    entry.key().kind(),
                    renamed.getOrDefault(object, object).name(),
                    entry.key().local());
            kept.add(before);
            if (!isSame(proposed.base().find(before), entry)) {
                changed.add(before.object());
            }
        }
        proposed.base().of(ComponentKind.APPROVAL_PROCESS).stream()
                .map(MergedComponent::key)
                .filter(key -> !kept.contains(key))
                .forEach(key -> changed.add(key.object()));
        return changed;
    }

    private static boolean isSame(Optional<MergedComponent> before, MergedComponent after) {
        return before.filter(
                        known -> known.document().hash().equals(after.document().hash()))
                .isPresent();
    }

    private void checkSets(ProposedState proposed, Violations violations) {
        var before = CompiledGrants.of(proposed.base());
        var after = CompiledGrants.before(proposed.next(), Differences.renamed(proposed.base(), proposed.next()));
        if (before.equals(after)) {
            return;
        }
        var known = limits.getIfAvailable();
        if (known != null) {
            var objects = proposed.base().of(ComponentKind.OBJECT).stream()
                    .map(entry -> entry.key().name())
                    .collect(Collectors.toSet());
            violations.addAll(known.check(new PermissionSet.Grants(before, after, objects)));
        }
    }
}
