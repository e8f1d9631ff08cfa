package io.qudao.metadata.internal;

import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.metadata.Label;
import io.qudao.metadata.Placement;
import io.qudao.metadata.internal.Definition.OfField;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fields that every object in a cell has, in the cell's own columns, and names that no field may take. */
final class SystemFields {
    static final String NAME = "name";

    private static final int NAME_LENGTH = 255;

    private static final List<Field> FIELDS = List.of(
            field(NAME, Label.of("Name", "名称"), DataType.TEXT, true),
            field("created_at", Label.of("Created at", "创建时间"), DataType.DATE_TIME, false),
            field("updated_at", Label.of("Updated at", "更新时间"), DataType.DATE_TIME, false));

    private static final Set<String> RESERVED = Set.of(
            "id",
            "version",
            NAME,
            "record_type",
            "owner",
            "owner_id",
            "owner_partner",
            "owner_partner_id",
            "owner_path",
            "created_at",
            "created_by",
            "updated_at",
            "updated_by",
            "deleted_at",
            "deleted_by",
            "tenant_id",
            "object_id",
            "data",
            "true",
            "false",
            "null",
            "in",
            "and",
            "or",
            "not",
            "old",
            "new",
            "self",
            "member",
            "tenant");

    private SystemFields() {}

    static List<Field> all() {
        return FIELDS;
    }

    static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    static Optional<OfField> definition(String name) {
        return FIELDS.stream()
                .filter(field -> field.name().equals(name))
                .map(SystemFields::definition)
                .findFirst();
    }

    private static OfField definition(Field field) {
        return new OfField(
                field.label(),
                field.type(),
                field.length(),
                0,
                null,
                field.required(),
                false,
                field.filterable(),
                field.searchable(),
                null,
                List.of(),
                null,
                null,
                field.name(),
                null,
                field.editable());
    }

    private static Field field(String name, Label label, DataType type, boolean forPeople) {
        return new Field(
                name,
                name,
                label,
                type,
                0,
                0,
                forPeople ? NAME_LENGTH : 0,
                forPeople,
                false,
                forPeople,
                forPeople,
                forPeople,
                null,
                List.of(),
                null,
                true,
                new Placement.Column(name));
    }
}
