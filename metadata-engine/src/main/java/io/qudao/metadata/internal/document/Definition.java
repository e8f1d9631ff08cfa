package io.qudao.metadata.internal.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.DataType;
import io.qudao.metadata.DataType.Attribute;
import io.qudao.metadata.Field.Option;
import io.qudao.metadata.Label;
import io.qudao.metadata.Layout;
import io.qudao.metadata.ListView.Sort;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.PermissionSet.Rows;
import io.qudao.metadata.Storage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parsed content of a document, with defaults filled in. */
public sealed interface Definition {
    /** Returns the position a document asks for among its siblings; null if it asks for none. */
    default @Nullable Integer order() {
        return null;
    }

    static Class<? extends Definition> type(ComponentKind kind) {
        return switch (kind) {
            case OBJECT -> OfObject.class;
            case FIELD -> OfField.class;
            case VALUE_SET -> OfValueSet.class;
            case LAYOUT -> OfLayout.class;
            case LIST_VIEW -> OfListView.class;
            case VALIDATION_RULE -> OfRule.class;
            case APPROVAL_PROCESS -> OfApproval.class;
            case PERMISSION_SET -> OfPermissionSet.class;
        };
    }

    /** @param table null for an object in a cell */
    record OfObject(
            Label label,
            @Nullable Label plural,
            @Nullable String nameField,
            List<Option> recordTypes,
            @Nullable String table,
            @Nullable String scope,
            Storage.@Nullable Ownership ownership,
            List<String> slots,
            ObjectType.@Nullable Commands commands)
            implements Definition {
        public OfObject {
            recordTypes = listOf(recordTypes);
            slots = listOf(slots);
        }

        /** Returns where its records are stored if it has a table of its own. */
        public Optional<Storage.Table> ownTable() {
            return Optional.ofNullable(table)
                    .map(named -> new Storage.Table(
                            named,
                            String.valueOf(scope),
                            Objects.requireNonNullElse(ownership, Storage.Ownership.NONE)));
        }

        public ObjectType.Commands handled() {
            return table == null || commands == null ? ObjectType.Commands.ALL : commands;
        }
    }

    /** What becomes of the deletion of a record that is looked up to; {@link #REFUSE} unless said. */
    enum OnDelete {
        REFUSE,
        CLEAR;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param column null for a field in {@code data} */
    record OfField(
            Label label,
            DataType type,
            int length,
            int precision,
            @Nullable Integer scale,
            boolean required,
            boolean unique,
            boolean filterable,
            boolean searchable,
            @Nullable String target,
            @Nullable OnDelete onDelete,
            List<Option> options,
            @Nullable String valueSet,
            @JsonProperty("default") @Nullable String source,
            @Nullable String column,
            @Nullable String currencyColumn,
            @Nullable Boolean editable,
            @Nullable Integer order)
            implements Definition {
        public OfField {
            length = length == 0 ? type.usualLength() : length;
            precision = precision == 0 ? type.usualPrecision() : precision;
            scale = scale == null && type.has(Attribute.SCALE)
                    ? Integer.valueOf(Math.min(type.usualScale(), precision))
                    : scale;
            options = listOf(options);
        }

        public int digitsBehindPoint() {
            return scale == null ? 0 : scale;
        }

        public boolean hasSlot() {
            return column == null && (filterable || unique);
        }
    }

    record OfValueSet(Label label, List<Option> options) implements Definition {}

    record OfLayout(List<Part> sections, @Nullable Integer order) implements Definition {
        /** @param columns null for two */
        public record Part(Label label, @Nullable Integer columns, List<String> fields) {
            public Layout.Section section() {
                return new Layout.Section(label, columns == null ? 2 : columns, fields);
            }
        }
    }

    record OfListView(
            Label label,
            List<String> columns,
            @Nullable String filter,
            List<Sort> sort,
            @Nullable Integer order) implements Definition {
        public OfListView {
            sort = listOf(sort);
        }
    }

    record OfRule(String condition, Label message, @Nullable String field) implements Definition {}

    record OfApproval(
            Label label,
            @Nullable Integer order,
            @Nullable String entry,
            String approverPermission,
            boolean requesterMayApprove)
            implements Definition {}

    record OfPermissionSet(Label label, Set<String> permissions, Map<String, Rights> objects) implements Definition {
        public OfPermissionSet {
            permissions = Objects.requireNonNullElse(permissions, Set.of());
            objects = Objects.requireNonNullElse(objects, Map.of());
        }

        /**
         * @param rows null for own rows: what is not granted is denied
         * @param partners empty for everybody
         */
        public record Rights(
                boolean create,
                boolean read,
                boolean update,
                boolean delete,
                boolean assign,
                Set<String> hidden,
                Set<String> readOnly,
                @Nullable Rows rows,
                Set<UUID> partners) {
            public Rights {
                partners = Objects.requireNonNullElse(partners, Set.of());
                hidden = Objects.requireNonNullElse(hidden, Set.of());
                readOnly = Objects.requireNonNullElse(readOnly, Set.of());
                rows = Objects.requireNonNullElse(rows, Rows.OWN);
            }

            public ObjectRights compiled() {
                return new ObjectRights(
                        create, read, update, delete, assign, hidden, readOnly, Objects.requireNonNull(rows), partners);
            }
        }
    }

    private static <T> List<T> listOf(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
