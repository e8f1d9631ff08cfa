package io.qudao.record.internal;

import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Field;
import io.qudao.metadata.PermissionSet;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.OwnRights;
import io.qudao.record.internal.row.RecordDraft;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Checks required fields: a new record must have them all, and a change must not empty one. A field that was already
 * empty may stay empty; otherwise a field that became required later, or that the member may not write, would block
 * every other change.
 */
final class RequiredFields {
    private static final String REQUIRED = "required";
    private static final String OF_OTHERS = "record.required_of_others";

    private RequiredFields() {}

    /** @param askable whether the creator of the record may set a field */
    static void ofNew(CallerObject target, Predicate<Field> askable, RecordDraft entry, Violations violations) {
        var wrong = names(violations);
        for (Field field : target.whole().fields()) {
            if (!field.required() || !isBlank(entry.value(field)) || wrong.contains(field.name())) {
                continue;
            }
            if (askable.test(field)) {
                violations.add(field.name(), REQUIRED);
            } else {
                boolean seen = target.visible().field(field.name()).isPresent();
                violations.add(seen ? field.name() : "", OF_OTHERS, whoMay(target, field));
            }
        }
    }

    /** Returns the tenant's required fields that a record lacks. */
    static List<Field> blankOwn(CallerObject target, Map<String, Value> values) {
        return target.whole().fields().stream()
                .filter(field -> field.required() && OwnRights.isOwn(field))
                .filter(field -> isBlank(values.getOrDefault(field.name(), Value.none())))
                .toList();
    }

    static void ofChanged(CallerObject target, Map<String, Value> before, RecordDraft entry, Violations violations) {
        var wrong = names(violations);
        for (Field field : target.whole().fields()) {
            if (field.required()
                    && isBlank(entry.value(field))
                    && !isBlank(before.getOrDefault(field.name(), Value.none()))
                    && !wrong.contains(field.name())) {
                violations.add(field.name(), REQUIRED);
            }
        }
    }

    /** Returns the permission sets that allow setting this field on a new record. */
    private static String whoMay(CallerObject target, Field field) {
        return target.release().permissionSets().stream()
                .filter(set -> mayGive(set, target.object(), field.name()))
                .map(set -> set.label().in(target.caller().locale()))
                .collect(Collectors.joining(", "));
    }

    private static boolean mayGive(PermissionSet set, String object, String field) {
        var rights = set.objects().get(object);
        return set.permissions().contains("*")
                || (rights != null
                        && rights.create()
                        && !rights.hidden().contains(field)
                        && !rights.readOnly().contains(field));
    }

    private static List<String> names(Violations violations) {
        return violations.list().stream().map(Violation::field).toList();
    }

    private static boolean isBlank(Value value) {
        return value.isNull() || (value instanceof Value.Text(var text) && Blank.is(text));
    }
}
