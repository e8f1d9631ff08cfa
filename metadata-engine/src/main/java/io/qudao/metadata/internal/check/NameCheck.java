package io.qudao.metadata.internal.check;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.document.MergedComponent;
import io.qudao.metadata.internal.document.SystemFields;
import java.util.regex.Pattern;

/** Names must be short, lower case and not reserved by the platform. */
public final class NameCheck implements Check {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final String NAMESPACE = "__";
    private static final int LONGEST = 60;

    @Override
    public void check(ProposedState proposed, Violations violations) {
        for (MergedComponent entry : proposed.next().all()) {
            if (!entry.standard()) {
                check(entry.key(), violations);
                checkNamespace(proposed, entry.key(), violations);
            }
        }
    }

    /**
     * Two underscores separate a package from a name in it, so a tenant's own names may not contain them. Existing ones
     * may stay.
     */
    private static void checkNamespace(ProposedState proposed, ComponentKey key, Violations violations) {
        boolean isMade = key.kind() == ComponentKind.OBJECT || key.kind() == ComponentKind.FIELD;
        if (isMade && key.local().contains(NAMESPACE) && !proposed.base().has(key)) {
            violations.add(key.toString(), "metadata.reserved", key.local());
        }
    }

    public static void check(ComponentKey key, Violations violations) {
        int dot = key.name().indexOf('.');
        if (dot >= 0 != key.kind().isPart()) {
            violations.add(key.toString(), "metadata.name_of_part", key.name());
            return;
        }
        for (String name : key.name().split("\\.", 2)) {
            if (!NAME.matcher(name).matches()) {
                violations.add(key.toString(), "metadata.pattern", name, NAME.pattern());
            } else if (name.length() > LONGEST) {
                violations.add(key.toString(), "too_long", LONGEST);
            }
        }
        boolean inExpressions = key.kind() == ComponentKind.OBJECT || key.kind() == ComponentKind.FIELD;
        if (inExpressions && SystemFields.isReserved(key.local())) {
            violations.add(key.toString(), "metadata.reserved", key.local());
        }
    }
}
