package io.qudao.ui.workspace;

import io.qudao.metadata.Field;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.record.RecordRights;
import io.qudao.record.RecordRights.Verb;
import io.qudao.tenancy.TenantScope;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What the caller may do with the records of one object, so that pages offer nothing else. */
final class RecordAccess {
    private final Map<Verb, ObjectRights> rights = new EnumMap<>(Verb.class);

    RecordAccess(RecordRights known, String object) {
        for (var verb : Verb.values()) {
            rights.put(verb, known.of(TenantScope.caller(), object, verb));
        }
    }

    boolean may(Verb verb) {
        return switch (verb) {
            case CREATE -> of(verb).create();
            case READ -> of(verb).read();
            case UPDATE -> of(verb).update() && may(Verb.READ);
            case DELETE -> of(verb).delete() && may(Verb.READ);
        };
    }

    boolean shows(Field field) {
        return !of(Verb.READ).hidden().contains(field.name());
    }

    /** Whether a field may be filled in as records are made, or changed. */
    boolean writes(Field field, Verb verb) {
        var granted = of(verb);
        return field.editable()
                && may(verb)
                && !granted.readOnly().contains(field.name())
                && !granted.hidden().contains(field.name());
    }

    private ObjectRights of(Verb verb) {
        return Objects.requireNonNull(rights.get(verb));
    }
}
