package io.qudao.metadata.internal.check;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.stream.Collectors;

/** Limits how many components a tenant may create. What exceeds a limit is refused with that limit, never cut. */
final class LimitCheck implements Check {
    private final int mostObjects;
    private final int mostFields;

    LimitCheck(int mostObjects, int mostFields) {
        this.mostObjects = mostObjects;
        this.mostFields = mostFields;
    }

    @Override
    public void check(ProposedState proposed, Violations violations) {
        long objects = own(proposed, ComponentKind.OBJECT).count();
        if (objects > mostObjects) {
            violations.add("", "metadata.limit_objects", mostObjects, objects);
        }
        own(proposed, ComponentKind.FIELD)
                .collect(Collectors.groupingBy(ComponentKey::object, Collectors.counting()))
                .forEach((object, fields) -> {
                    if (fields > mostFields) {
                        var key = new ComponentKey(ComponentKind.OBJECT, object);
                        violations.add(key.toString(), "metadata.limit_fields", mostFields, fields);
                    }
                });
    }

    private static java.util.stream.Stream<ComponentKey> own(ProposedState proposed, ComponentKind kind) {
        return proposed.next().of(kind).stream()
                .filter(entry -> !entry.standard())
                .map(MergedComponent::key);
    }
}
