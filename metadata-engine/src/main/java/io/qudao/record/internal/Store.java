package io.qudao.record.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Field;
import io.qudao.record.RecordProblem;
import io.qudao.record.internal.row.Asides;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.RecordDraft;
import io.qudao.record.internal.row.Statements;
import io.qudao.record.internal.row.UniqueValues;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stores checked records where their object keeps them; a unique value that is taken is a violation. */
@Component
class Store {
    private final JdbcRows rows;
    private final UniqueValues unique;
    private final Asides asides;
    private final Referrers referrers;
    private final Statements statements;

    Store(JdbcRows rows, UniqueValues unique, Asides asides, Referrers referrers, Statements statements) {
        this.rows = rows;
        this.unique = unique;
        this.asides = asides;
        this.referrers = referrers;
        this.statements = statements;
    }

    /** Returns violations for unique values that entries of a batch share with each other or with stored records. */
    List<Violation> taken(CallerObject target, List<Field> fields, List<RecordDraft> entries) {
        return unique.taken(target, fields, entries);
    }

    /** Inserts the records; returns their ids in order. */
    List<UUID> insert(CallerObject target, List<RecordDraft> entries) {
        return guarded(target, () -> {
            claim(target, target.whole().fields(), entries);
            rows.insert(target, entries);
            asides.add(target, target.whole().fields(), entries);
            return entries.stream().map(RecordDraft::id).toList();
        });
    }

    /**
     * Sets own fields of records that their module has just added; returns violations for unique values that are taken.
     */
    List<Violation> give(CallerObject target, List<Field> fields, List<RecordDraft> entries) {
        return guarded(target, () -> {
            var wrong = unique.claim(target, fields, entries);
            if (wrong.isEmpty() && !fields.isEmpty()) {
                rows.complete(target, fields, entries, false);
                asides.add(target, fields, entries);
            }
            return wrong;
        });
    }

    /**
     * Sets own fields of records that their module is changing; returns violations for unique values that are taken.
     *
     * @param raise whether to raise the version
     */
    List<Violation> regive(CallerObject target, List<Field> fields, List<RecordDraft> entries, boolean raise) {
        return guarded(target, () -> {
            unique.release(target, fields, entries.stream().map(RecordDraft::id).toList());
            var wrong = unique.claim(target, fields, entries);
            if (wrong.isEmpty()) {
                rows.complete(target, fields, entries, raise);
                asides.change(target, fields, entries);
            }
            return wrong;
        });
    }

    /** Updates a record; returns whether it still had this version. */
    boolean update(CallerObject target, List<Field> fields, RecordDraft entry, long version) {
        return guarded(target, () -> {
            unique.release(target, fields, List.of(entry.id()));
            claim(target, fields, List.of(entry));
            boolean updated = rows.update(target, fields, entry, version);
            if (updated) {
                asides.change(target, fields, List.of(entry));
            }
            return updated;
        });
    }

    /** Deletes a record; returns whether it was in reach at this version. */
    boolean delete(CallerObject target, UUID id, long version) {
        leave(target, List.of(id));
        return guarded(target, () -> rows.delete(target, id, version));
    }

    /** Frees the unique values of records to be deleted; refused while others refer to them. */
    void leave(CallerObject target, Collection<UUID> ids) {
        referrers.refuse(target, ids);
        guarded(target, () -> {
            unique.release(target, target.whole().fields(), ids);
            return ids;
        });
    }

    void restore(CallerObject target, RecordDraft entry) {
        guarded(target, () -> {
            claim(target, target.whole().fields(), List.of(entry));
            rows.restore(target, entry);
            return entry;
        });
    }

    private void claim(CallerObject target, List<Field> fields, List<RecordDraft> entries) throws SQLException {
        ProblemException.failIfAny(RecordProblem.INVALID, unique.claim(target, fields, entries));
    }

    private <T> T guarded(CallerObject target, Work<T> work) {
        try {
            return work.run();
        } catch (SQLException refused) {
            throw unique.violation(target, refused)
                    .<RuntimeException>map(
                            taken -> new ProblemException(RecordProblem.INVALID, List.of(taken), refused))
                    .orElseGet(() -> statements.translate(refused));
        }
    }

    private interface Work<T> {
        T run() throws SQLException;
    }
}
