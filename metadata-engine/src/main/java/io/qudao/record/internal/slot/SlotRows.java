package io.qudao.record.internal.slot;

import io.qudao.kernel.Value;
import io.qudao.metadata.SlotStates.PendingSlot;
import io.qudao.metadata.Storage;
import io.qudao.record.internal.row.Json;
import io.qudao.record.internal.row.SqlBuilder;
import io.qudao.record.internal.row.Statements;
import io.qudao.record.internal.slot.SlotProgress.Progress;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets a slot in batches of records from their {@code data}; versions stay unchanged. */
@Component
public class SlotRows {
    private static final int BATCH = 2_000;

    private final Statements statements;
    private final SlotAsides asides;

    SlotRows(Statements statements, SlotAsides asides) {
        this.statements = statements;
        this.asides = asides;
    }

    /** Fills the slot of the next records. */
    public Progress fill(PendingSlot slot, Progress before) {
        var batch = read(slot, before.last());
        var wrong = batch.stream()
                .filter(row -> !Objects.equals(row.wanted(), row.present()))
                .toList();
        var last = batch.isEmpty() ? before.last() : batch.getLast().id();
        int stuck = wrong.isEmpty() ? 0 : correct(slot, wrong, new IdRange(before.last(), last));
        return new Progress(
                last,
                before.changed() + wrong.size() - stuck,
                before.stuck() + stuck,
                before.due(),
                batch.size() < BATCH);
    }

    /** Empties the slot of the next records. */
    public Progress scrub(PendingSlot slot, Progress before) {
        if (slot.placement().isAside() && isUnique(slot)) {
            int scrubbed = asides.scrubUnique(slot, BATCH);
            return new Progress(null, before.changed() + scrubbed, 0, before.due(), scrubbed < BATCH);
        }
        boolean aside = slot.placement().isAside();
        var last = aside ? asides.last(slot, before.last(), BATCH) : last(slot, before.last());
        var range = new IdRange(before.last(), last);
        int scrubbed = aside ? asides.scrub(slot, range) : scrubColumn(slot, range);
        return new Progress(last, before.changed() + scrubbed, 0, before.due(), last == null);
    }

    /** Returns the last id of a full batch; null if fewer records are left. */
    private @Nullable UUID last(PendingSlot slot, @Nullable UUID after) {
        var sql = from(SqlBuilder.of("select r.id"), slot);
        new IdRange(after, null).add(sql, "r.id").add(" order by r.id offset " + (BATCH - 1) + " limit 1");
        return statements
                .lookUp(sql, rows -> rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.<UUID>empty())
                .orElse(null);
    }

    private int scrubColumn(PendingSlot slot, IdRange range) {
        var sql = SqlBuilder.of(
                "update " + slot.storage().table() + " r set " + slot.column() + " = null where r.tenant_id = ?",
                TenantScope.tenant().value());
        if (isCell(slot)) {
            sql.add(" and r.object_id = ?", slot.objectId());
        }
        // Not "is not null": for that the database may read all records that an index of the slot has.
        return run(range.add(sql, "r.id").add(" and num_nonnulls(r." + slot.column() + ") = 1"));
    }

    /** Corrects what can be corrected; returns how many records share their unique value with another. */
    private int correct(PendingSlot slot, List<SlotRow> wrong, IdRange range) {
        if (slot.placement().isAside()) {
            return asides.correct(slot, wrong, range);
        }
        var fixable = isUnique(slot) ? withoutTaken(slot, wrong) : wrong;
        if (!fixable.isEmpty()) {
            update(slot, fixable, range);
        }
        return wrong.size() - fixable.size();
    }

    /**
     * @param wanted what the slot should hold, as a text that PostgreSQL casts
     * @param present what it holds now, in the same form
     */
    public record SlotRow(
            UUID id,
            long version,
            @Nullable String wanted,
            @Nullable String present) {}

    private List<SlotRow> read(PendingSlot slot, @Nullable UUID after) {
        boolean aside = slot.placement().isAside();
        var sql = SqlBuilder.of("select r.id, r.version, r.data->'" + slot.fieldId() + "', "
                        + (aside ? SlotAsides.present(slot) : "r." + slot.column()))
                .add(isCell(slot) ? ", r.deleted_at is not null" : ", false");
        new IdRange(after, null).add(from(sql, slot), "r.id");
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
        // One by one: for many values at once the database may prefer to read all records.
        var sql =
                SqlBuilder.of("select v.value from unnest(?) as v (value) cross join lateral (select", (Object) values);
        from(sql, slot).add(" and r." + slot.column() + " = v.value limit 1) x");
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
    private void update(PendingSlot slot, List<SlotRow> rows, IdRange range) {
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
        run(range.add(sql, "r.id").add(" and r.id = v.id and r.version = v.version::bigint"));
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
