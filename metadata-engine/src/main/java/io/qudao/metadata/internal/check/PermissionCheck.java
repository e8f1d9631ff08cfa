package io.qudao.metadata.internal.check;

import static io.qudao.metadata.internal.check.ProposedState.at;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfApproval;
import io.qudao.metadata.internal.document.Definition.OfPermissionSet;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.Set;

/**
 * Permissions must be those that a module checks, those on records, or, for a tenant's own object, those that one of
 * its approval processes asks for. Every process must have somebody who can decide.
 */
final class PermissionCheck implements Check {
    private static final String ALL = "*";
    private static final Set<String> VERBS = Set.of("create", "read", "update", "delete", "assign");

    private final Set<String> declared;

    PermissionCheck(Set<String> declared) {
        this.declared = Set.copyOf(declared);
    }

    @Override
    public void check(ProposedState proposed, Violations violations) {
        for (MergedComponent entry : proposed.next().of(ComponentKind.PERMISSION_SET)) {
            if (proposed.isChanged(entry)) {
                checkSet(proposed, entry, violations);
            }
        }
        for (MergedComponent entry : proposed.next().of(ComponentKind.APPROVAL_PROCESS)) {
            checkApprover(proposed, entry, violations);
        }
    }

    private void checkSet(ProposedState proposed, MergedComponent entry, Violations violations) {
        for (String name : entry.as(OfPermissionSet.class).permissions()) {
            if (!isKnown(proposed, name) && !isAsked(proposed.next(), name)) {
                violations.add(at(entry.key(), "permissions"), "metadata.unknown_permission", name);
            }
        }
    }

    private void checkApprover(ProposedState proposed, MergedComponent entry, Violations violations) {
        String name = entry.as(OfApproval.class).approverPermission();
        boolean own = isOwn(proposed.next(), entry.key().object())
                && name.startsWith(entry.key().object() + ".");
        if (!own && !isKnown(proposed, name) && proposed.isChanged(entry)) {
            violations.add(at(entry.key(), "approverPermission"), "metadata.unknown_permission", name);
        } else if (CompiledGrants.of(proposed.next()).stream()
                .noneMatch(set -> set.granted().contains(ALL) || set.granted().contains(name))) {
            violations.add(at(entry.key(), "approverPermission"), "metadata.nobody_decides", name);
        }
    }

    private boolean isKnown(ProposedState proposed, String name) {
        if (name.equals(ALL) || declared.contains(name) || ships(proposed.standard(), name)) {
            return true;
        }
        var parts = name.split("\\.", -1);
        return parts.length == 3
                && parts[0].equals("record")
                && proposed.next().object(parts[1]).isPresent()
                && VERBS.contains(parts[2]);
    }

    private static boolean ships(ComponentCatalog standard, String name) {
        return standard.of(ComponentKind.PERMISSION_SET).stream()
                .anyMatch(set -> set.as(OfPermissionSet.class).permissions().contains(name));
    }

    /** Returns whether a process of the tenant's own object asks for it. */
    private static boolean isAsked(ComponentCatalog next, String name) {
        String object = name.substring(0, Math.max(0, name.indexOf('.')));
        return isOwn(next, object)
                && next.parts(ComponentKind.APPROVAL_PROCESS, object).stream()
                        .anyMatch(process -> process.as(OfApproval.class)
                                .approverPermission()
                                .equals(name));
    }

    private static boolean isOwn(ComponentCatalog next, String object) {
        return next.find(new ComponentKey(ComponentKind.OBJECT, object))
                .filter(entry -> !entry.standard())
                .isPresent();
    }
}
