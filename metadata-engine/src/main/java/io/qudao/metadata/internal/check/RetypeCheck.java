package io.qudao.metadata.internal.check;

import static io.qudao.metadata.internal.check.ProposedState.at;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.Objects;

/** The values of records must keep their meaning: a published field keeps its type and does not become narrower. */
final class RetypeCheck implements Check {
    @Override
    public void check(ProposedState proposed, Violations violations) {
        for (MergedComponent entry : proposed.next().of(ComponentKind.FIELD)) {
            proposed.base()
                    .find(entry.key())
                    .filter(before -> Objects.equals(before.identity(), entry.identity()))
                    .ifPresent(before ->
                            check(entry.key(), before.as(OfField.class), entry.as(OfField.class), violations));
        }
    }

    private static void check(ComponentKey key, OfField before, OfField after, Violations violations) {
        if (before.type() != after.type()) {
            violations.add(
                    at(key, "type"),
                    "metadata.retyped",
                    before.type().code(),
                    after.type().code());
            return;
        }
        if (!Objects.equals(before.target(), after.target())) {
            violations.add(at(key, "target"), "metadata.retyped", before.target(), after.target());
        }
        if (before.digitsBehindPoint() != after.digitsBehindPoint()) {
            violations.add(at(key, "scale"), "metadata.retyped", before.digitsBehindPoint(), after.digitsBehindPoint());
        }
        if (after.length() < before.length()) {
            violations.add(at(key, "length"), "metadata.narrowed", before.length());
        }
        if (after.precision() < before.precision()) {
            violations.add(at(key, "precision"), "metadata.narrowed", before.precision());
        }
    }
}
