package io.qudao.record.internal;

import io.qudao.kernel.Value;
import io.qudao.metadata.SlotStates.PendingSlot;
import io.qudao.metadata.Storage;
import io.qudao.record.internal.SlotProgress.Progress;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets a slot in batches of records from their {@code data}; versions stay unchanged. */
@Component
class SlotRows {
    private static final int BATCH = 2_000;

    private final Statements statements;
    private final SlotAsides asides;

    SlotRows(Statements statements, SlotAsides asides) {
        this.statements = statements;
        this.asides = asides;
    }

    /** Fills the slot of the next records. */
    Progress fill(PendingSlot slot, Progress before) {
        var batch = read(slot, before.last());
        var wrong = batch.stream()
                .filter(row -> !Objects.equals(row.wanted(), row.present()))
                .toList();
        int stuck = wrong.isEmpty() ? 0 : correct(slot, wrong);
        return new Progress(
                batch.isEmpty() ? before.last() : batch.getLast().id(),
                before.changed() + wrong.size() - stuck,
                before.stuck() + stuck,
                before.due(),
                batch.size() < BATCH);
    }

    /** Sets the slot of some records to null; returns how many, 0 when none is left. */
    int scrub(PendingSlot slot) {
        return slot.placement().isAside() ? asides.scrub(slot, BATCH) : scrubColumn(slot);
    }

    private int scrubColumn(PendingSlot slot) {
        var table = slot.storage().table();
        var sql = SqlBuilder.of("update " + table + " u set " + slot.column() + " = null where u.tenant_id = ?")
                .add("", TenantScope.tenant().value());
        if (isCell(slot)) {
            sql.add(" and u.object_id = ?", slot.objectId());
        }
        sql.add(" and u.id = any(array(select r.id");
        return run(from(sql, slot).add(" and r." + slot.column() + " is not null limit " + BATCH + "))"));
    }

    /** Corrects what can be corrected; returns how many records share their unique value with another. */
    private int correct(PendingSlot slot, List<SlotRow> wrong) {
        if (slot.placement().isAside()) {
            return asides.correct(slot, wrong);
        }
        var fixable = isUnique(slot) ? withoutTaken(slot, wrong) : wrong;
        if (!fixable.isEmpty()) {
            update(slot, fixable);
        }
        return wrong.size() - fixable.size();
    }

    /**
     * @param wanted what the slot should hold, as a text that PostgreSQL casts
     * @param present what it holds now, in the same form
     */
    record SlotRow(
            UUID id,
            long version,
            @Nullable String wanted,
            @Nullable String present) {}

    private List<SlotRow> read(PendingSlot slot, @Nullable UUID after) {
        boolean aside = slot.placement().isAside();
        var sql = SqlBuilder.of("select r.id, r.version, r.data->'" + slot.fieldId() + "', "
                        + (aside ? SlotAsides.present(slot) : "r." + slot.column()))
                .add(isCell(slot) ? ", r.deleted_at is not null" : ", false");
        from(sql, slot);
        if (after != null) {
            sql.add(" and r.id > ?", after);
        }
        return statements.lookUp(sql.add(" order by r.id limit " + BATCH), rows -> {
            var batch = new ArrayList<SlotRow>();
            while (rows.next()) {
                batch.add(row(slot, rows));
            }
            return batch;
        });
    }

    private static SlotRow row(PendingSlot slot, ResultSet rows) throws SQLException {
        boolean empty = isUnique(slot) && rows.getBoolean(5);
        Object wanted = empty ? null : wanted(slot, value(slot, rows.getBytes(3)));
        return new SlotRow(rows.getObject(1, UUID.class), rows.getLong(2), text(wanted), present(slot, rows));
    }

    private static @Nullable Object wanted(PendingSlot slot, Value value) {
        return isUnique(slot) ? slot.type().key(value) : slot.type().slotValue(value, slot.scale());
    }

    private static Value value(PendingSlot slot, byte @Nullable [] json) {
        if (json == null) {
            return Value.none();
        }
        try (var parser = Json.read(json)) {
            parser.nextToken();
            return slot.type().read(parser);
        }
    }

    private static @Nullable String present(PendingSlot slot, ResultSet rows) throws SQLException {
        return slot.placement().family() == 'd' ? text(rows.getObject(4, OffsetDateTime.class)) : rows.getString(4);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Returns the rows whose value no other record has, and the first of those that share one. */
    private List<SlotRow> withoutTaken(PendingSlot slot, List<SlotRow> wrong) {
        var values = wrong.stream()
                .map(SlotRow::wanted)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        var sql = SqlBuilder.of("select r." + slot.column());
        from(sql, slot).add(" and r." + slot.column() + " = any(?)", (Object) values);
        var taken = statements.lookUp(sql, rows -> {
            var found = new HashSet<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        });
        return wrong.stream()
                .filter(row -> row.wanted() == null || taken.add(row.wanted()))
                .toList();
    }

    /** Updates the rows; a record with another version by now is left to its writer. */
    private void update(PendingSlot slot, List<SlotRow> rows) {
        var sql = SqlBuilder.of(
                        "update " + slot.storage().table() + " r set " + slot.column() + " = v.value::" + type(slot))
                .add(
                        " from unnest(?, ?, ?) as v (id, version, value) where r.tenant_id = ?",
                        rows.stream().map(SlotRow::id).toArray(UUID[]::new),
                        rows.stream().map(row -> Long.toString(row.version())).toArray(String[]::new),
                        rows.stream().map(SlotRow::wanted).toArray(String[]::new),
                        TenantScope.tenant().value());
        if (isCell(slot)) {
            sql.add(" and r.object_id = ?", slot.objectId());
        }
        run(sql.add(" and r.id = v.id and r.version = v.version::bigint"));
    }

    private int run(SqlBuilder sql) {
        try {
            return statements.update(sql);
        } catch (SQLException failed) {
            throw statements.translate(failed);
        }
    }

    private static SqlBuilder from(SqlBuilder sql, PendingSlot slot) {
        sql.add(
                " from " + slot.storage().table() + " r" + SlotAsides.join(slot) + " where r.tenant_id = ?",
                TenantScope.tenant().value());
        return isCell(slot) ? sql.add(" and r.object_id = ?", slot.objectId()) : sql;
    }

    private static boolean isCell(PendingSlot slot) {
        return slot.storage() instanceof Storage.Cell;
    }

    private static boolean isUnique(PendingSlot slot) {
        return slot.placement().isUnique();
    }

    private static String type(PendingSlot slot) {
        return switch (slot.placement().family()) {
            case 'n' -> "bigint";
            case 'd' -> "timestamptz";
            case 'r' -> "uuid";
            default -> "text";
        };
    }
}
