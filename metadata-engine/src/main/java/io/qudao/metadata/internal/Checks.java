package io.qudao.metadata.internal;

import io.qudao.expression.Expressions;
import io.qudao.kernel.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every rule, in the order their violations are told. */
@Component
final class Checks {
    private final List<Check> checks;

    Checks(Expressions expressions, MetadataProperties properties) {
        checks = List.of(
                new NameCheck(),
                new FieldFormCheck(),
                new RetypeCheck(),
                new OverrideCheck(),
                new LayoutCheck(),
                new ReferenceCheck(expressions),
                new LimitCheck(properties.mostObjects(), properties.mostFields()));
    }

    void check(Proposed proposed, Violations violations) {
        checks.forEach(check -> check.check(proposed, violations));
    }
}
