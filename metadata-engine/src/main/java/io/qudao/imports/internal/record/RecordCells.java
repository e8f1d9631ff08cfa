package io.qudao.imports.internal.record;

import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.tenancy.TenantScope;

/** Reads cells as values of fields. */
public final class RecordCells {
    private RecordCells() {}

    public static Value read(Field field, String text, Violations violations) {
        var tenant = TenantScope.caller().tenant();
        String value = field.type() == DataType.PICKLIST ? option(field, text) : text;
        return field.type().parse(field, value, tenant.currency(), tenant.zone(), violations);
    }

    /** Returns the value of the option with this label in any language; an option is also known by its value. */
    private static String option(Field field, String text) {
        return field.options().stream()
                .filter(option -> option.label().texts().values().stream().anyMatch(text::equalsIgnoreCase))
                .map(Field.Option::value)
                .findFirst()
                .orElse(text);
    }
}
