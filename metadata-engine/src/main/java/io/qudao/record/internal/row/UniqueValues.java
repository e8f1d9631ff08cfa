package io.qudao.record.internal.row;

import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;
import java.sql.BatchUpdateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.stereotype.Component;

/**
 * Values that no two live records of an object share. A {@code u} slot has a unique index; the others use the table
 * {@code rec_unique}. Both decide races.
 */
@Component
public class UniqueValues {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String TAKEN = "record.taken";
    /** Table of keys that have no column in their object's table. */
    public static final String TABLE = "engine.rec_unique";

    private final Statements statements;

    UniqueValues(Statements statements) {
        this.statements = statements;
    }

    /** Returns violations for values that entries of a batch share with each other or with stored records. */
    public List<Violation> taken(CallerObject target, List<Field> fields, List<RecordDraft> entries) {
        var wrong = new ArrayList<Violation>();
        for (Field field : fields) {
            if (!field.unique() || field.placement() instanceof Placement.Column) {
                continue;
            }
            var seen = new HashMap<String, RecordDraft>();
            for (RecordDraft entry : entries) {
                String value = field.type().key(entry.value(field));
                if (value != null && seen.putIfAbsent(value, entry) != null) {
                    wrong.add(entry.of(Violation.of(field.name(), TAKEN)));
                }
            }
            if (field.placement() instanceof Placement.Slot slot && isColumn(slot)) {
                stored(target, slot, seen)
                        .forEach(value -> wrong.add(seen.get(value).of(Violation.of(field.name(), TAKEN))));
            }
        }
        return wrong;
    }

    /** Reserves the values of those fields that have no unique slot; returns violations for those already taken. */
    public List<Violation> claim(CallerObject target, List<Field> fields, List<RecordDraft> entries)
            throws SQLException {
        var wrong = new ArrayList<Violation>();
        for (Field field : listed(fields)) {
            var claims = new HashMap<String, RecordDraft>();
            entries.forEach(entry -> {
                String value = field.type().key(entry.value(field));
                if (value != null) {
                    claims.put(value, entry);
                }
            });
            if (!claims.isEmpty()) {
                claims.keySet().removeAll(claimed(target, field, claims));
                claims.values().forEach(entry -> wrong.add(entry.of(Violation.of(field.name(), TAKEN))));
            }
        }
        return wrong;
    }

    /** Frees the values that records had in these fields. */
    public void release(CallerObject target, List<Field> fields, Collection<UUID> ids) throws SQLException {
        for (Field field : listed(fields)) {
            statements.update(SqlBuilder.of(
                    "delete from engine.rec_unique where tenant_id = ? and object_id = ? and record_id = any(?) and"
                            + " field_id = ?",
                    target.tenant().value(),
                    target.type().id(),
                    ids.toArray(UUID[]::new),
                    key(target, field)));
        }
    }

    /** Returns the violation for a database error, if it comes from a unique slot. */
    public Optional<Violation> violation(CallerObject target, SQLException refused) {
        String constraint = constraint(refused);
        return target.whole().fields().stream()
                .filter(field -> field.placement() instanceof Placement.Slot slot
                        && isColumn(slot)
                        && isIndexOf(slot, constraint))
                .map(field -> Violation.of(field.name(), TAKEN))
                .findFirst();
    }

    /** Indexes of standard tables that PostgreSQL named by itself end in {@code _idx}. */
    private static boolean isIndexOf(Placement.Slot slot, String index) {
        return index.endsWith("_" + slot.column()) || index.endsWith("_" + slot.column() + "_idx");
    }

    /** Returns the name of the violated unique index; empty for other errors. */
    private static String constraint(SQLException refused) {
        SQLException cause = refused instanceof BatchUpdateException batch && batch.getNextException() != null
                ? batch.getNextException()
                : refused;
        return cause instanceof PSQLException failed && UNIQUE_VIOLATION.equals(failed.getSQLState())
                ? Optional.ofNullable(failed.getServerErrorMessage())
                        .map(ServerErrorMessage::getConstraint)
                        .orElse("")
                : "";
    }

    /** Returns whether a field is a unique text of the tenant's own, whose values have keys. */
    public static boolean isKeyedText(Field field) {
        return field.unique() && field.type() == DataType.TEXT && OwnRights.isOwn(field);
    }

    /** Returns the condition that a record has a value with the key of one of these texts. */
    public static SqlBuilder same(CallerObject target, Field field, Collection<String> texts) {
        var keys = texts.stream()
                .map(text -> field.type().key(Value.text(text)))
                .distinct()
                .toArray(String[]::new);
        if (field.placement() instanceof Placement.Slot slot && isColumn(slot)) {
            return SqlBuilder.of("r." + slot.column() + " = any(?)", (Object) keys);
        }
        return SqlBuilder.of(
                "r.id in (select record_id from engine.rec_unique"
                        + " where tenant_id = ? and object_id = ? and field_id = ? and value = any(?))",
                target.tenant().value(),
                target.type().id(),
                key(target, field),
                keys);
    }

    /** Returns whether the slot is a column of the object's table with a unique index. */
    public static boolean isColumn(Placement.Slot slot) {
        return slot.isUnique() && !slot.isAside();
    }

    private static List<Field> listed(List<Field> fields) {
        return fields.stream()
                .filter(Field::unique)
                .filter(field -> switch (field.placement()) {
                    case Placement.Slot slot -> !isColumn(slot);
                    case Placement.Document _ -> true;
                    case Placement.Column _ -> false;
                })
                .toList();
    }

    /** Returns those of these values that other records have. */
    private Set<String> stored(CallerObject target, Placement.Slot slot, Map<String, RecordDraft> entries) {
        String column = "r." + slot.column();
        var sql = SqlBuilder.of("select " + column)
                .add(target.whole().from(target.tenant()))
                .add(" and " + column + " = any(?)", (Object) entries.keySet().toArray(String[]::new))
                .add(" and r.id <> all(?)", (Object)
                        entries.values().stream().map(RecordDraft::id).toArray(UUID[]::new));
        return statements.lookUp(sql, UniqueValues::texts);
    }

    private Set<String> claimed(CallerObject target, Field field, Map<String, RecordDraft> claims) {
        var sql = SqlBuilder.of(
                """
                insert into engine.rec_unique (tenant_id, object_id, field_id, value, record_id)
                select ?, ?, ?, claim.value, claim.record_id from unnest(?, ?) as claim (value, record_id)
                order by claim.value
                on conflict do nothing returning value\
                """,
                target.tenant().value(),
                target.type().id(),
                key(target, field),
                claims.keySet().toArray(String[]::new),
                claims.values().stream().map(RecordDraft::id).toArray(UUID[]::new));
        return statements.lookUp(sql, UniqueValues::texts);
    }

    /** Objects in tables of their own share the number 0. */
    private static String key(CallerObject target, Field field) {
        return target.whole().isCell() ? field.id() : target.object() + "." + field.id();
    }

    private static Set<String> texts(ResultSet rows) throws SQLException {
        var texts = new HashSet<String>();
        while (rows.next()) {
            texts.add(rows.getString(1));
        }
        return texts;
    }
}
