package io.qudao.metadata.internal.check;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.PermissionSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** Nobody may publish more rights than they hold. */
final class GrantCheck implements Check {
    private final ObjectProvider<PermissionSet.Limits> limits;

    GrantCheck(ObjectProvider<PermissionSet.Limits> limits) {
        this.limits = limits;
    }

    @Override
    public void check(ProposedState proposed, Violations violations) {
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
