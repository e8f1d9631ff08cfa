package io.qudao.metadata.internal;

import io.qudao.metadata.Placement;
import io.qudao.metadata.Storage;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.Definition.OfObject;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the records of a tenant's objects are stored, and the slots of its fields. */
final class Placements {
    private final Map<String, RegisteredObject> standard = new HashMap<>();
    private final Map<Integer, RegisteredObject> own = new HashMap<>();
    private final Map<String, SlotRow> taken = new HashMap<>();

    Placements(List<RegisteredObject> objects, List<SlotRow> slots) {
        objects.forEach(object -> {
            if (object.standard()) {
                standard.put(object.name(), object);
            } else {
                own.put(object.id(), object);
            }
        });
        slots.stream().filter(SlotRow::isTaken).forEach(row -> taken.put(key(row.objectId(), row.fieldId()), row));
    }

    /** Returns the id of the object; 0 for an object with its own table. */
    int id(MergedComponent object) {
        return object.standard() ? 0 : Integer.parseInt(Objects.requireNonNull(object.identity()));
    }

    Storage storage(MergedComponent object) {
        var definition = object.as(OfObject.class);
        var table = definition.ownTable();
        if (table.isPresent()) {
            return table.get();
        }
        return new Storage.Cell(Objects.requireNonNull(
                Objects.requireNonNull(own.get(id(object))).cell()));
    }

    Placement of(MergedComponent object, MergedComponent field) {
        var definition = field.as(OfField.class);
        if (definition.column() != null) {
            return new Placement.Column(definition.column(), definition.currencyColumn());
        }
        var row = row(object, field);
        return row == null ? new Placement.Document() : new Placement.Slot(row.slot(), row.state(), row.scale());
    }

    private @Nullable SlotRow row(MergedComponent object, MergedComponent field) {
        var registered = object.standard() ? standard.get(object.key().name()) : own.get(id(object));
        return registered == null ? null : taken.get(key(registered.id(), String.valueOf(field.identity())));
    }

    private static String key(int object, String field) {
        return object + "/" + field;
    }
}
