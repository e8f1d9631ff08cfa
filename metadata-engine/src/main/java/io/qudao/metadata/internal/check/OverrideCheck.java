package io.qudao.metadata.internal.check;

import static io.qudao.metadata.internal.check.ProposedState.at;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field.Option;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.stream.Collectors;

/** An override of a standard field must not change what the platform's own code relies on. */
final class OverrideCheck implements Check {
    @Override
    public void check(ProposedState proposed, Violations violations) {
        for (MergedComponent shipped : proposed.standard().of(ComponentKind.FIELD)) {
            proposed.next()
                    .find(shipped.key())
                    .filter(now -> !now.definition().equals(shipped.definition()))
                    .ifPresent(now -> check(now.key(), shipped.as(OfField.class), now.as(OfField.class), violations));
        }
    }

    private static void check(ComponentKey key, OfField shipped, OfField now, Violations violations) {
        if (shipped.required() && !now.required()) {
            violations.add(at(key, "required"), "metadata.standard_required");
        }
        var values = now.options().stream().map(Option::value).collect(Collectors.toSet());
        for (Option option : shipped.options()) {
            if (!values.contains(option.value())) {
                violations.add(at(key, "options"), "metadata.standard_option", option.value());
            }
        }
    }
}
