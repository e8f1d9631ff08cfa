package io.qudao.metadata.internal.check;

import static io.qudao.metadata.internal.check.ProposedState.at;

import io.qudao.expression.Expressions;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything a component refers to must exist, its expressions must be valid, and nothing that is used may be removed.
 */
final class ReferenceCheck implements Check {
    private final Expressions expressions;

    ReferenceCheck(Expressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public void check(ProposedState proposed, Violations violations) {
        var users = new TreeMap<ComponentKey, TreeSet<String>>();
        for (ComponentReference use : new References(proposed, expressions, violations).uses()) {
            if (proposed.next().resolves(use.target())) {
                continue;
            }
            if (proposed.base().resolves(use.target())) {
                users.computeIfAbsent(use.target(), target -> new TreeSet<>())
                        .add(use.user().toString());
            } else {
                violations.add(
                        at(use.user(), use.path()),
                        "metadata.unknown_reference",
                        use.target().kind().code(),
                        use.target().name());
            }
        }
        users.forEach(
                (target, names) -> violations.add(target.toString(), "metadata.in_use", String.join(", ", names)));
    }
}
