package io.qudao.metadata.internal.check;

import static io.qudao.metadata.internal.check.ProposedState.at;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfObject;
import io.qudao.metadata.internal.document.Definition.OfPermissionSet;
import io.qudao.metadata.internal.document.Definition.OfPermissionSet.Rights;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Warns of rights that can do nothing: those to a command that the module of a standard object does not have, where the object
 * has no own fields that they would open, and those to change records that may not be read.
 */
final class IdleGrantCheck implements Check {
    @Override
    public void check(ProposedState proposed, Violations warnings) {
        for (MergedComponent set : proposed.next().of(ComponentKind.PERMISSION_SET)) {
            if (proposed.isChanged(set)) {
                new TreeMap<>(set.as(OfPermissionSet.class).objects())
                        .forEach((object, rights) -> idle(proposed.next(), object, rights)
                                .forEach(verb -> warnings.add(
                                        at(set.key(), "objects"), "metadata.grant_does_nothing", verb, object)));
            }
        }
    }

    private static List<String> idle(ComponentCatalog next, String object, Rights rights) {
        boolean ownFields = next.parts(ComponentKind.FIELD, object).stream().anyMatch(field -> !field.standard());
        return next.object(object)
                .map(definition -> idle(definition, ownFields, rights))
                .orElse(List.of());
    }

    private static List<String> idle(OfObject object, boolean ownFields, Rights rights) {
        var commands = object.handled();
        var idle = new ArrayList<String>();
        addIf(idle, "create", rights.create() && !commands.create() && !ownFields);
        addIf(idle, "update", rights.update() && !(rights.read() && (commands.change() || ownFields)));
        addIf(idle, "delete", rights.delete() && !(rights.read() && commands.delete()));
        addIf(idle, "assign", rights.assign() && object.table() != null);
        return idle;
    }

    private static void addIf(List<String> idle, String verb, boolean does) {
        if (does) {
            idle.add(verb);
        }
    }
}
