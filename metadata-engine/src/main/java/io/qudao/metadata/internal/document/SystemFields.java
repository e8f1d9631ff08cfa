package io.qudao.metadata.internal.document;

import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.metadata.Label;
import io.qudao.metadata.Placement;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.Definition.OfObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields that every object in a cell has, in the cell's own columns, and names that no field may take. */
public final class SystemFields {
    public static final String NAME = "name";

    private static final int NAME_LENGTH = 255;

    /** Object whose records are the owners and creators. */
    private static final String MEMBER = "member";
    /** Object whose records are the partners that records belong to. */
    private static final String PARTNER = "partner";

    private static final String RECORD_TYPE = "record_type";
    private static final int TYPE_LENGTH = 60;

    private static final Label TYPE_LABEL = Label.of("Record type", "记录类型", "記錄類型");

    private static final List<Field> BEFORE_TYPE = List.of(
            Plain.of(NAME, Label.of("Name", "名称", "名稱"), DataType.TEXT).forPeople(),
            Plain.of("created_at", Label.of("Created at", "创建时间", "建立時間"), DataType.DATE_TIME)
                    .field(),
            Plain.of("updated_at", Label.of("Updated at", "更新时间", "更新時間"), DataType.DATE_TIME)
                    .field(),
            Plain.of("owner", Label.of("Owner", "负责人", "負責人"), DataType.LOOKUP).to(MEMBER, "owner_id", true),
            Plain.of("owner_partner", Label.of("Owner's partner", "所属伙伴", "所屬夥伴"), DataType.LOOKUP)
                    .to(PARTNER, "owner_partner_id", true),
            Plain.of("created_by", Label.of("Created by", "创建人", "建立者"), DataType.LOOKUP)
                    .to(MEMBER, "created_by", false));

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

    /** Returns the system fields of an object; {@code types} are its record types. */
    public static List<Field> all(List<Field.Option> types) {
        var fields = new ArrayList<>(BEFORE_TYPE);
        fields.add(
                types.isEmpty()
                        ? Plain.of(RECORD_TYPE, TYPE_LABEL, DataType.TEXT).cut(TYPE_LENGTH)
                        : Plain.of(RECORD_TYPE, TYPE_LABEL, DataType.PICKLIST).chosen(types));
        return List.copyOf(fields);
    }

    /** Returns the system fields of an object; none if it has a table of its own. */
    public static List<Field> of(OfObject object) {
        return object.table() == null ? all(object.recordTypes()) : List.of();
    }

    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    public static Optional<OfField> definition(OfObject object, String name) {
        return all(object.recordTypes()).stream()
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
                field.target(),
                null,
                field.options(),
                null,
                null,
                ((Placement.Column) field.placement()).column(),
                null,
                field.editable(),
                null);
    }

    /** A field that so far has only a name, a label and a type. */
    private record Plain(String name, Label label, DataType type) {
        static Plain of(String name, Label label, DataType type) {
            return new Plain(name, label, type);
        }

        Field field() {
            return build(0, false, false, null, List.of(), name);
        }

        Field forPeople() {
            return build(NAME_LENGTH, true, true, null, List.of(), name);
        }

        Field to(String target, String column, boolean editable) {
            return build(0, false, editable, target, List.of(), column);
        }

        Field cut(int length) {
            return build(length, false, false, null, List.of(), name);
        }

        Field chosen(List<Field.Option> options) {
            return build(0, false, true, null, options, name);
        }

        private Field build(
                int length,
                boolean forPeople,
                boolean editable,
                @Nullable String target,
                List<Field.Option> options,
                String column) {
            return new Field(
                    name,
                    name,
                    label,
                    type,
                    0,
                    0,
                    length,
                    forPeople,
                    false,
                    forPeople || column.equals("owner_id"),
                    forPeople,
                    editable,
                    target,
                    false,
                    options,
                    null,
                    true,
                    new Placement.Column(column));
        }
    }
}
