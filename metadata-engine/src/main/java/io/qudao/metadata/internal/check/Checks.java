package io.qudao.metadata.internal.check;

import io.qudao.expression.Expressions;
import io.qudao.kernel.Violations;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.internal.MetadataProperties;
import io.qudao.tenancy.ModulePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All rules, in the order in which their violations are reported. */
@Component
public final class Checks {
    private final List<Check> checks;
    private final Expressions expressions;

    public Checks(
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

    public void check(ProposedState proposed, Violations violations) {
        checks.forEach(check -> check.check(proposed, violations));
    }

    /** Adds warnings for what is allowed but probably unintended. */
    public void warn(ProposedState proposed, Violations warnings) {
        new ReachCheck(expressions).check(proposed, warnings);
        new IdleGrantCheck().check(proposed, warnings);
    }
}
