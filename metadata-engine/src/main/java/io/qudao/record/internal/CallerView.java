package io.qudao.record.internal;

import io.qudao.expression.Column;
import io.qudao.expression.FieldPath;
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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object as SQL and a kind of caller see it, without hidden fields. Immutable and shared. */
final class CallerView {
    static final String ID = "id";
    static final String VERSION = "version";

    private final ObjectType type;
    private final List<Field> fields;
    private final Map<String, Field> byName = new HashMap<>();
    private final Map<String, Column> columns = new HashMap<>();
    private final Schema schema;
    private final Projection everything;
    private final Projection usual;

    /**
     * @param hidden names of fields to leave out
     * @param currency currency of money stored without one
     */
    CallerView(ObjectType type, Set<String> hidden, CurrencyCode currency) {
        this.type = type;
        this.fields = type.fields().stream()
                .filter(field -> !hidden.contains(field.name()))
                .toList();
        columns.put(ID, Column.of("r.id", SqlKind.UUID));
        columns.put(VERSION, Column.of("r.version", SqlKind.INTEGER));
        for (Field field : fields) {
            byName.put(field.name(), field);
            columns.put(field.name(), FieldColumns.column("r", field, currency));
        }
        this.schema = type.schema(hidden);
        this.everything = new Projection(this, fields);
        this.usual = isCell()
                ? new Projection(
                        this,
                        fields.stream()
                                .filter(field -> !ObjectType.BOOKKEEPING.contains(field.name()))
                                .toList())
                : everything;
    }

    ObjectType type() {
        return type;
    }

    String object() {
        return type.name();
    }

    boolean isCell() {
        return type.storage() instanceof Storage.Cell;
    }

    /** Returns the fields in the order of the object. */
    List<Field> fields() {
        return fields;
    }

    Optional<Field> field(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns the field with the display name of a record, if it is visible. */
    @Nullable
    Field nameField() {
        return byName.get(type.nameField());
    }

    /** Returns what expressions may use: the fields, {@code id} and {@code version}. */
    Schema schema() {
        return schema;
    }

    Column column(FieldPath path) {
        return column(path.first());
    }

    Column column(String name) {
        var column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(type.name() + " has no field " + name);
        }
        return column;
    }

    /** Returns the fields that a list shows by default, without system fields. */
    Projection usual() {
        return usual;
    }

    Projection everything() {
        return everything;
    }

    /** Returns {@code from .. where ..} of all records of the object, including those in the recycle bin. */
    SqlBuilder from(TenantId tenant) {
        return from(tenant, List.of());
    }

    private SqlBuilder from(TenantId tenant, List<Field> asides) {
        var sql = SqlBuilder.of(" from ")
                .add(
                        type.storage().table() + " r" + Asides.joins(this, asides) + " where r.tenant_id = ?",
                        tenant.value());
        return isCell() ? sql.add(" and r.object_id = ?", type.id()) : sql;
    }

    /** Returns the same for the live records only, or for those in the recycle bin only. */
    SqlBuilder from(TenantId tenant, boolean deleted) {
        return from(tenant, deleted, List.of());
    }

    /** @param asides fields whose slots are to be joined */
    SqlBuilder from(TenantId tenant, boolean deleted, List<Field> asides) {
        var sql = from(tenant, asides);
        if (isCell()) {
            return sql.add(deleted ? " and r.deleted_at is not null" : " and r.deleted_at is null");
        }
        return deleted ? sql.add(" and false") : sql;
    }

    /** Returns the SQL of a text field. */
    String text(Field field) {
        return switch (column(field.name())) {
            case Column.Folded folded -> folded.sql();
            case Column.Plain(var sql, var kind) when kind == SqlKind.TEXT -> sql;
            case Column.Plain(var sql, var kind) when kind == SqlKind.UUID -> "''::text";
            case Column.Plain plain -> "(" + plain.sql() + ")::text";
            case Column.Scaled _, Column.Amount _ -> "null::text";
        };
    }
}
