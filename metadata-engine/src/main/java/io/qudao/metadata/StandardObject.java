package io.qudao.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An object of the standard business, declared by a bean of the module that owns its table. Tenants can extend it like
 * their own objects.
 *
 * @param table table with its schema, such as {@code apps.partner}; it has {@code tenant_id int, id uuid, version int,
 *     data jsonb}
 * @param scope name of the row scope that limits its rows
 * @param commands the commands its module implements
 * @param fields its fields that have a column
 * @param ownership who its rows belong to
 * @param asksForApproval whether its module requests approvals of its records itself, at a step of its own, so that changes
 *     of records do not
 * @param readers permission sets that ship with the platform and show all its records that the module itself shows
 * @param slots names of the table's slot columns, such as {@code t1}, which index tenants' own fields
 */
public record StandardObject(
        String name,
        Label label,
        Label plural,
        String table,
        String scope,
        Storage.Ownership ownership,
        boolean asksForApproval,
        List<String> readers,
        String nameField,
        ObjectType.Commands commands,
        List<Field> fields,
        List<String> slots,
        List<Layout> layouts,
        List<ListView> listViews) {
    public StandardObject {
        fields = List.copyOf(fields);
        slots = List.copyOf(slots);
        layouts = List.copyOf(layouts);
        listViews = List.copyOf(listViews);
    }

    public static Builder of(String name, Label label, Label plural) {
        return new Builder(name, label, plural);
    }

    /** What a module allows others to do with the records of its object. */
    public enum Command {
        CREATE,
        CHANGE,
        DELETE
    }

    /** Builds an object; its {@code nameField} is the first field unless set otherwise. */
    public static final class Builder {
        private final String name;
        private final Label label;
        private final Label plural;
        private final List<Field> fields = new ArrayList<>();
        private final List<Layout> layouts = new ArrayList<>();
        private final List<ListView> listViews = new ArrayList<>();
        private final Set<String> fixed = new LinkedHashSet<>();
        private Set<Command> commands = Set.of();
        private List<String> slots = List.of();
        private String table = "";
        private String scope = "";
        private Storage.Ownership ownership = Storage.Ownership.NONE;
        private boolean asksForApproval;
        private List<String> readers = List.of();
        private @Nullable String nameField;

        private Builder(String name, Label label, Label plural) {
            this.name = name;
            this.label = label;
            this.plural = plural;
        }

        public Builder table(String schemaAndName, String rowScope, String... slotColumns) {
            table = schemaAndName;
            scope = rowScope;
            slots = List.of(slotColumns);
            return this;
        }

        /**
         * Declares who a row belongs to.
         *
         * @param memberColumn column of the member's id; null if rows do not belong to members
         * @param partnerColumns columns of the ids of the partners it belongs to
         */
        public Builder ownedBy(@Nullable String memberColumn, String... partnerColumns) {
            ownership = new Storage.Ownership(memberColumn, List.of(partnerColumns));
            return this;
        }

        /** Names permission sets that ship with the platform and show all records that the module itself shows. */
        public Builder shownTo(String... permissionSets) {
            readers = List.of(permissionSets);
            return this;
        }

        /** Declares that the module requests approvals itself, so that changes of records start no process. */
        public Builder asksForApproval() {
            asksForApproval = true;
            return this;
        }

        public Builder nameField(String field) {
            nameField = field;
            return this;
        }

        /**
         * Declares the commands of the module; without any, outside callers can write the tenant's own fields only.
         */
        public Builder commands(Command... handled) {
            commands = Set.of(handled);
            return this;
        }

        /** Adds a field stored in the column of the same name, neither required nor editable unless declared so. */
        public Builder field(String field, DataType type, Label fieldLabel, UnaryOperator<FieldBuilder> more) {
            var gathered = more.apply(new FieldBuilder(field, type, fieldLabel));
            fields.add(gathered.build());
            if (gathered.fixed) {
                fixed.add(field);
            }
            return this;
        }

        public Builder field(String field, DataType type, Label fieldLabel) {
            return field(field, type, fieldLabel, plain -> plain);
        }

        public Builder layout(String layout, Layout.Section... sections) {
            layouts.add(new Layout(name, layout, List.of(sections)));
            return this;
        }

        public Builder listView(ListView view) {
            listViews.add(view);
            return this;
        }

        public StandardObject build() {
            String naming = nameField == null ? fields.getFirst().name() : nameField;
            var handled = new ObjectType.Commands(
                    commands.contains(Command.CREATE),
                    commands.contains(Command.CHANGE),
                    commands.contains(Command.DELETE),
                    fixed);
            return new StandardObject(
                    name,
                    label,
                    plural,
                    table,
                    scope,
                    ownership,
                    asksForApproval,
                    readers,
                    naming,
                    handled,
                    fields,
                    slots,
                    layouts,
                    listViews);
        }
    }

    /** Builds a field that has a column. */
    public static final class FieldBuilder {
        private final String name;
        private final DataType type;
        private final Label label;
        private final List<Field.Option> options = new ArrayList<>();
        private String column;
        private @Nullable String currency;
        private @Nullable String target;
        private int precision;
        private int scale;
        private int length;
        private boolean required;
        private boolean unique;
        private boolean filterable;
        private boolean searchable;
        private boolean editable;
        private boolean fixed;

        private FieldBuilder(String name, DataType type, Label label) {
            this.name = name;
            this.type = type;
            this.label = label;
            this.column = name;
            this.length = type.usualLength();
            this.precision = type.usualPrecision();
            this.scale = type.usualScale();
        }

        public FieldBuilder column(String other) {
            column = other;
            return this;
        }

        /** Sets the column of a money field's currency. */
        public FieldBuilder currency(String other) {
            currency = other;
            return this;
        }

        public FieldBuilder length(int most) {
            length = most;
            return this;
        }

        public FieldBuilder digits(int all, int behindPoint) {
            precision = all;
            scale = behindPoint;
            return this;
        }

        /** Sets the object that a look-up refers to. */
        public FieldBuilder to(String object) {
            target = object;
            return this;
        }

        public FieldBuilder option(String value, Label optionLabel) {
            options.add(new Field.Option(value, optionLabel));
            return this;
        }

        public FieldBuilder required() {
            required = true;
            return this;
        }

        public FieldBuilder unique() {
            unique = true;
            return this;
        }

        public FieldBuilder filterable() {
            filterable = true;
            return this;
        }

        public FieldBuilder searchable() {
            searchable = true;
            return this;
        }

        /** Lets the module's commands set the field; other fields are changed by the module's other endpoints only. */
        public FieldBuilder editable() {
            editable = true;
            return this;
        }

        /** Lets the create command set the field, which cannot be changed afterwards. */
        public FieldBuilder fixed() {
            fixed = true;
            return editable();
        }

        private Field build() {
            return new Field(
                    name,
                    name,
                    label,
                    type,
                    precision,
                    scale,
                    length,
                    required,
                    unique,
                    filterable,
                    searchable,
                    editable,
                    target,
                    false,
                    options,
                    null,
                    true,
                    new Placement.Column(column, currency));
        }
    }
}
