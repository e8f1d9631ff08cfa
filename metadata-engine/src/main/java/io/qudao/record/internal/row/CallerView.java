package io.qudao.record.internal.row;

import io.qudao.expression.Column;
import io.qudao.expression.Schema;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TenantId;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object as SQL and a kind of caller see it, without hidden fields. Immutable and shared. */
public final class CallerView {
    public static final String ID = "id";
    public static final String VERSION = "version";

    /** Alias of the rows. */
    static final String ROW = "r";

    private final ObjectType type;
    private final Set<String> hidden;
    private final CurrencyCode currency;
    private final List<Field> fields;
    private final Map<String, Field> byName = new HashMap<>();
    private final Map<String, Column> columns = new HashMap<>();
    private final Projection everything;
    private final Projection usual;

    /**
     * @param hidden names of fields to leave out
     * @param currency currency of money stored without one
     */
    CallerView(ObjectType type, Set<String> hidden, CurrencyCode currency) {
        this.type = type;
        this.hidden = hidden;
        this.currency = currency;
        this.fields = type.fields().stream()
                .filter(field -> !hidden.contains(field.name()))
                .toList();
        fields.forEach(field -> byName.put(field.name(), field));
        for (String name : List.of(ID, VERSION)) {
            columns.put(name, made(ROW, name));
        }
        fields.forEach(field -> columns.put(field.name(), made(ROW, field.name())));
        this.everything = projection(fields);
        this.usual = isCell()
                ? projection(fields.stream()
                        .filter(field -> !ObjectType.BOOKKEEPING.contains(field.name()))
                        .toList())
                : everything;
    }

    public ObjectType type() {
        return type;
    }

    public String object() {
        return type.name();
    }

    public boolean isCell() {
        return type.storage() instanceof Storage.Cell;
    }

    /** Returns the fields in the order of the object. */
    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns the field with the display name of a record, if it is visible. */
    @Nullable
    public Field nameField() {
        return byName.get(type.nameField());
    }

    /** The field as one of its own. */
    Optional<ReachedField> reached(String name) {
        return field(name).map(field -> new ReachedField(this, ROW, field, column(name)));
    }

    /**
     * Returns what expressions may use: the fields, {@code id} and {@code version}, and by paths those of other objects.
     *
     * @param views objects as the caller may read them, by name
     */
    public Schema schema(Function<String, Optional<CallerView>> views) {
        return type.schema(hidden, target -> views.apply(target).map(view -> view.schema(views)));
    }

    public Column column(String name) {
        var column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(type.name() + " has no field " + name);
        }
        return column;
    }

    /** The same where the rows have another alias. */
    public Column column(String row, String name) {
        return row.equals(ROW) ? column(name) : made(row, name);
    }

    private Column made(String row, String name) {
        return switch (name) {
            case ID -> Column.of(row + ".id", SqlKind.UUID);
            case VERSION -> Column.of(row + ".version", SqlKind.INTEGER);
            default -> FieldColumns.column(row, Objects.requireNonNull(byName.get(name)), currency);
        };
    }

    private Projection projection(List<Field> some) {
        return new Projection(
                this,
                some.stream().flatMap(field -> reached(field.name()).stream()).toList());
    }

    /** Returns the fields that a list shows by default, without system fields. */
    public Projection usual() {
        return usual;
    }

    public Projection everything() {
        return everything;
    }

    /** Of these fields alone; names that are none are left out. */
    Projection some(List<String> names) {
        return projection(names.stream().flatMap(name -> field(name).stream()).toList());
    }

    /** Returns {@code from .. where ..} of all records of the object, including those in the recycle bin. */
    public SqlBuilder from(TenantId tenant) {
        return from(tenant, SqlBuilder.of(""));
    }

    private SqlBuilder from(TenantId tenant, SqlBuilder joins) {
        var sql = SqlBuilder.of(" from " + type.storage().table() + " r")
                .add(joins)
                .add(" where r.tenant_id = ?", tenant.value());
        return isCell() ? sql.add(" and r.object_id = ?", type.id()) : sql;
    }

    /** Returns the same for the live records only, or for those in the recycle bin only. */
    public SqlBuilder from(TenantId tenant, boolean deleted) {
        return from(tenant, deleted, SqlBuilder.of(""));
    }

    /** @param joins what stands beside the rows */
    public SqlBuilder from(TenantId tenant, boolean deleted, SqlBuilder joins) {
        var sql = from(tenant, joins);
        if (isCell()) {
            return sql.add(deleted ? " and r.deleted_at is not null" : " and r.deleted_at is null");
        }
        return deleted ? sql.add(" and false") : sql;
    }

    /** Returns the SQL of a text field. */
    public String text(Field field) {
        return switch (column(field.name())) {
            case Column.Folded folded -> folded.sql();
            case Column.Plain(var sql, var kind) when kind == SqlKind.TEXT -> sql;
            case Column.Plain(var sql, var kind) when kind == SqlKind.UUID -> "''::text";
            case Column.Plain plain -> "(" + plain.sql() + ")::text";
            case Column.Scaled _, Column.Amount _ -> "null::text";
        };
    }
}
