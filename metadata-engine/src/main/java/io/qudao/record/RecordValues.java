package io.qudao.record;

import io.qudao.kernel.Value;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command of a standard object: values of the fields' types by name. An absent field keeps its value
 * or gets the module's default; a null value empties it.
 *
 * @param standard fields of the object itself, limited to those its command accepts
 * @param own the tenant's own fields, to be passed on to {@link StandardRecords}
 */
public record RecordValues(Value.Fields standard, Value.Fields own) {
    public boolean has(String field) {
        return standard.values().containsKey(field);
    }

    /** Returns the value of a field of the object itself; null if it is empty or absent. */
    public Value value(String field) {
        return standard.values().getOrDefault(field, Value.none());
    }

    /** Returns these values in place of those of the record, which keeps the rest. */
    public RecordValues over(Row record) {
        var all = new LinkedHashMap<>(record.values());
        all.putAll(standard.values());
        return new RecordValues(new Value.Fields(all), own);
    }

    /** Returns a text; the empty text if the field is being emptied. */
    public String text(String field, String otherwise) {
        return switch (standard.values().get(field)) {
            case Value.Text(var text) -> text;
            case Value.Null _ -> "";
            case null, default -> otherwise;
        };
    }

    /** Returns the constant of a picklist, which cannot be emptied. */
    public <E extends Enum<E>> E choice(String field, E otherwise) {
        return standard.values().get(field) instanceof Value.Text(var name)
                ? Enum.valueOf(otherwise.getDeclaringClass(), name)
                : otherwise;
    }

    public @Nullable Long whole(String field, @Nullable Long otherwise) {
        return switch (standard.values().get(field)) {
            case Value.Int(var number) -> number;
            case Value.Null _ -> null;
            case null, default -> otherwise;
        };
    }

    public boolean truth(String field, boolean otherwise) {
        return standard.values().get(field) instanceof Value.Bool(var truth) ? truth : otherwise;
    }

    public @Nullable UUID reference(String field, @Nullable UUID otherwise) {
        return switch (standard.values().get(field)) {
            case Value.Ref(var id) -> id;
            case Value.Null _ -> null;
            case null, default -> otherwise;
        };
    }
}
