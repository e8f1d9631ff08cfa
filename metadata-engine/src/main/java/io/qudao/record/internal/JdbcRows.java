package io.qudao.record.internal;

import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.Owners;
import io.qudao.record.internal.row.RecordDraft;
import io.qudao.record.internal.row.SqlBuilder;
import io.qudao.record.internal.row.Statements;
import io.qudao.record.internal.row.UniqueValues;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes rows of cells and the engine's own columns of standard tables. */
@Component
class JdbcRows {
    private static final Set<String> STAMPS = Set.of(
            RecordPreparation.CREATED_AT,
            RecordPreparation.UPDATED_AT,
            Owners.CREATED_BY,
            Owners.OWNER,
            Owners.OWNER_PARTNER);

    private final Statements statements;
    private final Owners owners;
    private final Clock clock;

    JdbcRows(Statements statements, Owners owners, Clock clock) {
        this.statements = statements;
        this.owners = owners;
        this.clock = clock;
    }

    void insert(CallerObject target, List<RecordDraft> entries) throws SQLException {
        var owned = owners.of(target, entries);
        var rows = new ArrayList<SqlBuilder>();
        for (int index = 0; index < entries.size(); index++) {
            rows.add(insert(target, entries.get(index), owned.get(index)));
        }
        statements.updateAll(rows);
    }

    /** Sets these fields if the row is still at this version; returns whether it was. */
    boolean update(CallerObject target, List<Field> fields, RecordDraft entry, long version) throws SQLException {
        var table = target.type().storage().table();
        var sql = SqlBuilder.of("update " + table + " r set version = r.version + 1, ");
        if (target.whole().isCell()) {
            sql.add(
                    "updated_at = ?, updated_by = ?, ",
                    stamp(entry),
                    target.caller().member());
        }
        if (fields.stream().anyMatch(field -> Owners.isOwner(target.whole(), field))) {
            var owner = owners.of(target, entry);
            sql.add("owner_id = ?, owner_partner_id = ?, ", orNull(owner.member(), Types.OTHER))
                    .add("", orNull(owner.partner(), Types.OTHER))
                    .add("owner_path = ?, ", orNull(owner.path(), Types.VARCHAR));
        }
        var plain = settable(target, fields);
        if (plain.isEmpty()) {
            sql.cut(", ".length());
        } else {
            sql.add(Assignments.update(plain, entry));
        }
        return statements.update(where(sql, target, entry.id()).add(" and r.version = ?", version)) == 1;
    }

    /**
     * Sets these fields of records that their module has written, in one batch.
     *
     * @param raise whether to raise the version, because nothing else of these records has changed
     */
    void complete(CallerObject target, List<Field> fields, List<RecordDraft> entries, boolean raise)
            throws SQLException {
        String head =
                "update " + target.type().storage().table() + " r set " + (raise ? "version = r.version + 1, " : "");
        var all = new ArrayList<SqlBuilder>();
        for (RecordDraft entry : entries) {
            var sql = SqlBuilder.of(head).add(Assignments.update(fields, entry));
            all.add(where(sql, target, entry.id()));
        }
        statements.updateAll(all);
    }

    /** Moves a row to the recycle bin; returns whether it was in reach at this version. */
    boolean delete(CallerObject target, UUID id, long version) throws SQLException {
        var now = now();
        var sql = SqlBuilder.of("update " + target.type().storage().table() + " r set version = r.version + 1")
                .add(
                        ", deleted_at = ?, deleted_by = ?, updated_at = ?, updated_by = ?",
                        now,
                        target.caller().member(),
                        now,
                        target.caller().member());
        uniqueSlots(target).forEach(field -> sql.add(", " + slot(field).column() + " = null"));
        where(sql, target, id).add(" and r.deleted_at is null and r.version = ?", version);
        return statements.update(sql.add(" and (").add(target.scope()).add(")")) == 1;
    }

    /** Restores a row from the recycle bin if the entry was found there. */
    void restore(CallerObject target, RecordDraft entry) throws SQLException {
        var sql = SqlBuilder.of("update " + target.type().storage().table() + " r set version = r.version + 1")
                .add(
                        ", deleted_at = null, deleted_by = null, updated_at = ?, updated_by = ?",
                        now(),
                        target.caller().member());
        for (var assignment : Assignments.columns(uniqueSlots(target), entry)) {
            sql.add(", " + assignment.column() + " = ?", assignment.parameter());
        }
        statements.update(where(sql, target, entry.id()).add(" and r.deleted_at is not null"));
    }

    private static SqlBuilder insert(CallerObject target, RecordDraft entry, Owners.Owner owner) {
        var fields = target.whole().fields();
        var columns = Assignments.columns(settable(target, fields), entry);
        var now = stamp(entry);
        var member = target.caller().member();
        var sql = SqlBuilder.of("insert into " + target.type().storage().table())
                .add(" (tenant_id, object_id, id, owner_id, owner_partner_id, owner_path,")
                .add(" created_at, created_by, updated_at, updated_by, ")
                .add(columns.stream().map(column -> column.column() + ", ").collect(Collectors.joining()))
                .add(
                        "data) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ",
                        target.tenant().value(),
                        target.type().id(),
                        entry.id())
                .add("", orNull(owner.member(), Types.OTHER), orNull(owner.partner(), Types.OTHER))
                .add("", orNull(owner.path(), Types.VARCHAR), now, member, now, member);
        columns.forEach(column -> sql.add("?, ", column.parameter()));
        return sql.add("?::jsonb)", Assignments.data(fields, entry));
    }

    /** Returns {@code where} by key; tables of one object have no object in their key. */
    private static SqlBuilder where(SqlBuilder sql, CallerObject target, UUID id) {
        sql.add(" where r.tenant_id = ?", target.tenant().value());
        if (target.whole().isCell()) {
            sql.add(" and r.object_id = ?", target.type().id());
        }
        return sql.add(" and r.id = ?", id);
    }

    private static List<Field> settable(CallerObject target, List<Field> fields) {
        return target.whole().isCell()
                ? fields.stream()
                        .filter(field -> !STAMPS.contains(field.name()))
                        .toList()
                : fields;
    }

    private static List<Field> uniqueSlots(CallerObject target) {
        return target.whole().fields().stream()
                .filter(field -> field.placement() instanceof Placement.Slot slot && UniqueValues.isColumn(slot))
                .toList();
    }

    private static Placement.Slot slot(Field field) {
        return (Placement.Slot) field.placement();
    }

    private static Object orNull(@Nullable Object value, int type) {
        return value == null ? new SqlBuilder.Nothing(type) : value;
    }

    /** Returns when the entry was made. */
    private static OffsetDateTime stamp(RecordDraft entry) {
        if (entry.values().get(RecordPreparation.UPDATED_AT) instanceof Value.DateTime(var instant)) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        throw new IllegalStateException("A record in a cell must have the time of its last change");
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
