package io.qudao.record.internal.slot;

import io.qudao.metadata.SlotStates.PendingSlot;
import io.qudao.metadata.Storage;
import io.qudao.record.internal.row.Asides;
import io.qudao.record.internal.row.SqlBuilder;
import io.qudao.record.internal.row.Statements;
import io.qudao.record.internal.row.UniqueValues;
import io.qudao.record.internal.slot.SlotRows.SlotRow;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fills and empties slots that stand aside: searchable values in {@code rec_aside}, unique ones in {@code rec_unique}.
 */
@Component
class SlotAsides {
    private final Statements statements;

    SlotAsides(Statements statements) {
        this.statements = statements;
    }

    /**
     * Joins the row aside to the record {@code r}, by key for each record instead of by reading all rows aside; returns
     * nothing for a slot in the record's own table.
     */
    static String join(PendingSlot slot) {
        return slot.placement().isAside()
                ? " left join lateral (select x." + column(slot) + " from " + table(slot)
                        + " x where x.tenant_id = r.tenant_id and x.object_id = " + slot.objectId()
                        + " and x.field_id = '" + key(slot) + "' and x." + id(slot) + " = r.id offset 0) x on true"
                : "";
    }

    /** Returns what a record's row aside holds. */
    static String present(PendingSlot slot) {
        return "x." + column(slot);
    }

    /**
     * Corrects the rows of records that have not changed since; returns how many share their unique value with another.
     */
    int correct(PendingSlot slot, List<SlotRow> wrong, IdRange range) {
        var held = hold(slot, wrong, range);
        var rows = wrong.stream().filter(row -> held.contains(row.id())).toList();
        var present = rows.stream()
                .filter(row -> row.present() != null)
                .map(SlotRow::id)
                .toArray(UUID[]::new);
        if (present.length > 0) {
            run(range.add(deletion(slot), id(slot)).add(" and " + id(slot) + " = any(?)", (Object) present));
        }
        var wanted = rows.stream().filter(row -> row.wanted() != null).toList();
        var sql = SqlBuilder.of("insert into " + table(slot) + " (tenant_id, object_id, field_id, " + id(slot) + ", "
                        + column(slot) + ") select ?, ?, ?, v.id, v.value::")
                .add("", TenantScope.tenant().value(), slot.objectId(), key(slot))
                .add(
                        cast(slot) + " from unnest(?, ?) as v (id, value)",
                        wanted.stream().map(SlotRow::id).toArray(UUID[]::new),
                        wanted.stream().map(SlotRow::wanted).toArray(String[]::new))
                .add(" order by v.value, v.id on conflict do nothing");
        return wanted.size() - run(sql);
    }

    /** Deletes some unique values, by their key, which is the value; returns how many. */
    int scrubUnique(PendingSlot slot, int most) {
        var first = of(SqlBuilder.of("select value from " + table(slot)), slot).add(" order by value limit " + most);
        return run(deletion(slot)
                .add(" and value <= (select max(value) from (")
                .add(first)
                .add(") x)"));
    }

    int scrub(PendingSlot slot, IdRange range) {
        return run(range.add(deletion(slot), id(slot)));
    }

    /** Returns the last id of a full batch of rows aside; null if fewer are left. */
    @Nullable
    UUID last(PendingSlot slot, @Nullable UUID after, int batch) {
        var sql = of(SqlBuilder.of("select " + id(slot) + " from " + table(slot)), slot);
        new IdRange(after, null)
                .add(sql, id(slot))
                .add(" order by " + id(slot) + " offset " + (batch - 1) + " limit 1");
        return statements
                .lookUp(sql, rows -> rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.<UUID>empty())
                .orElse(null);
    }

    /** Locks the records that are still as they were read, as their writers do before they change their rows aside. */
    private Set<UUID> hold(PendingSlot slot, List<SlotRow> rows, IdRange range) {
        var sql = SqlBuilder.of("select r.id from " + slot.storage().table() + " r")
                .add(
                        " join unnest(?, ?) as v (id, version) on r.id = v.id and r.version = v.version::bigint",
                        rows.stream().map(SlotRow::id).toArray(UUID[]::new),
                        rows.stream().map(row -> Long.toString(row.version())).toArray(String[]::new))
                .add(" where r.tenant_id = ?", TenantScope.tenant().value());
        if (slot.storage() instanceof Storage.Cell) {
            sql.add(" and r.object_id = ?", slot.objectId());
        }
        range.add(sql, "r.id").add(" order by r.id for no key update of r");
        return statements.lookUp(sql, SlotAsides::ids);
    }

    private static Set<UUID> ids(ResultSet rows) throws SQLException {
        var ids = new HashSet<UUID>();
        while (rows.next()) {
            ids.add(rows.getObject(1, UUID.class));
        }
        return ids;
    }

    private static SqlBuilder deletion(PendingSlot slot) {
        return of(SqlBuilder.of("delete from " + table(slot)), slot);
    }

    private static SqlBuilder of(SqlBuilder sql, PendingSlot slot) {
        return sql.add(
                " where tenant_id = ? and object_id = ? and field_id = ?",
                TenantScope.tenant().value(),
                slot.objectId(),
                key(slot));
    }

    private int run(SqlBuilder sql) {
        try {
            return statements.update(sql);
        } catch (SQLException failed) {
            throw statements.translate(failed);
        }
    }

    private static String table(PendingSlot slot) {
        return slot.placement().isUnique() ? UniqueValues.TABLE : Asides.TABLE;
    }

    private static String id(PendingSlot slot) {
        return slot.placement().isUnique() ? "record_id" : "id";
    }

    private static String column(PendingSlot slot) {
        return slot.placement().isUnique()
                ? "value"
                : String.valueOf(slot.placement().family());
    }

    private static String cast(PendingSlot slot) {
        return slot.placement().isUnique() ? "text" : Asides.cast(slot.placement());
    }

    /** Returns the key that writers use for the field. */
    private static String key(PendingSlot slot) {
        return slot.storage() instanceof Storage.Cell ? slot.fieldId() : slot.object() + "." + slot.fieldId();
    }
}
