package io.qudao.metadata.internal;

import io.qudao.expression.Expressions;
import io.qudao.kernel.Violations;
import io.qudao.metadata.PermissionSet;
import io.qudao.tenancy.ModulePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All rules, in the order in which their violations are reported. */
@Component
final class Checks {
    private final List<Check> checks;
    private final Expressions expressions;

    Checks(
            Expressions expressions,
            MetadataProperties properties,
            List<ModulePermissions> permissions,
            ObjectProvider<PermissionSet.Limits> limits) {
        var declared =
                permissions.stream().flatMap(module -> module.names().stream()).collect(Collectors.toSet());
        this.expressions = expressions;
        checks = List.of(
                new NameCheck(),
                new FieldFormCheck(),
                new RetypeCheck(),
                new OverrideCheck(),
                new LayoutCheck(),
                new ReferenceCheck(expressions),
                new OptionCheck(expressions),
                new DefaultCheck(expressions),
                new PermissionCheck(declared),
                new GrantCheck(limits),
                new LimitCheck(properties.mostObjects(), properties.mostFields()));
    }

    void check(ProposedState proposed, Violations violations) {
        checks.forEach(check -> check.check(proposed, violations));
    }

    /** Adds warnings for what is allowed but probably unintended. */
    void warn(ProposedState proposed, Violations warnings) {
        new ReachCheck(expressions).check(proposed, warnings);
    }
}
