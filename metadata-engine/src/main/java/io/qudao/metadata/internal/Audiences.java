package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.Plan.Action;
import io.qudao.metadata.Plan.Audience;
import io.qudao.metadata.internal.check.CompiledGrants;
import java.util.List;

/** Determines who may see what a publish adds. */
final class Audiences {
    private static final String ALL = "*";

    private Audiences() {}

    static List<Audience> of(Proposal proposal) {
        var sets = CompiledGrants.of(proposal.next());
        return proposal.changes().stream()
                .filter(change -> change.action() == Action.ADDED)
                .map(change -> change.key())
                .filter(key -> key.kind() == ComponentKind.OBJECT || key.kind() == ComponentKind.FIELD)
                .map(key -> new Audience(
                        key,
                        sets.stream()
                                .filter(set -> shows(set, key))
                                .map(PermissionSet::name)
                                .toList()))
                .toList();
    }

    private static boolean shows(PermissionSet set, ComponentKey key) {
        if (set.permissions().contains(ALL)) {
            return true;
        }
        var rights = set.objects().get(key.object());
        return rights != null
                && rights.read()
                && (key.kind() == ComponentKind.OBJECT || !rights.hidden().contains(key.local()));
    }
}
