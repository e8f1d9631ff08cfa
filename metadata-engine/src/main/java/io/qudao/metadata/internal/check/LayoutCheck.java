package io.qudao.metadata.internal.check;

import static io.qudao.metadata.internal.check.ProposedState.at;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.document.Definition.OfLayout;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.HashSet;

/** A page must not show a field twice. */
final class LayoutCheck implements Check {
    @Override
    public void check(ProposedState proposed, Violations violations) {
        for (MergedComponent entry : proposed.next().of(ComponentKind.LAYOUT)) {
            var seen = new HashSet<String>();
            int section = 0;
            for (OfLayout.Part part : entry.as(OfLayout.class).sections()) {
                for (int field = 0; field < part.fields().size(); field++) {
                    if (!seen.add(part.fields().get(field))) {
                        violations.add(
                                at(entry.key(), "sections[" + section + "].fields[" + field + "]"),
                                "metadata.duplicate",
                                part.fields().get(field));
                    }
                }
                section++;
            }
        }
    }
}
