package io.qudao.record.internal;

import io.qudao.kernel.Value;
import io.qudao.record.Row;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.RecordDraft;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The row of a record while a command of its module changes it. The command refuses any other version than that of the
 * row, so the row need not be read again as it was before; and as it is after, it is known from the change itself.
 */
final class PatchedRow {
    private static final ScopedValue<PatchedRow> CURRENT = ScopedValue.newInstance();

    private final Row before;

    /** The row of a change that led to this one, by a listener or a command. */
    private final @Nullable PatchedRow outer;

    /** As the row stands; null if it was changed without being read. */
    private @Nullable Row now;

    private boolean changed;

    private PatchedRow(Row before, @Nullable PatchedRow outer) {
        this.before = before;
        this.outer = outer;
        this.now = before;
    }

    /** Runs the command; returns the row after it, if that was read. */
    static Optional<Row> after(Row before, Runnable command) {
        var patched = new PatchedRow(before, current());
        ScopedValue.where(CURRENT, patched).run(command);
        return patched.changed ? Optional.ofNullable(patched.now) : Optional.empty();
    }

    /** Returns the row as it stands if it is the only one asked for, and known. */
    static Optional<Map<UUID, Row>> only(String object, List<UUID> ids) {
        for (var patched = current(); patched != null && ids.size() == 1; patched = patched.outer) {
            if (patched.is(object, ids.getFirst())) {
                return Optional.ofNullable(patched.now).map(row -> Map.of(row.id(), row));
            }
        }
        return Optional.empty();
    }

    static void changed(CallerObject target, Collection<RecordDraft> entries) {
        for (var patched = current(); patched != null; patched = patched.outer) {
            for (RecordDraft entry : entries) {
                if (patched.is(target.object(), entry.id())) {
                    patched.become(row(target, entry, patched.before.name()));
                }
            }
        }
    }

    /** The row may have been changed by a write that nobody read. */
    static void changedUnread(String object, Predicate<UUID> ids) {
        for (var patched = current(); patched != null; patched = patched.outer) {
            if (patched.before.object().equals(object) && ids.test(patched.before.id())) {
                patched.become(null);
            }
        }
    }

    /**
     * Returns the draft as the row it becomes.
     *
     * @param otherwise its name if that is not a text of its own
     */
    static Row row(CallerObject target, RecordDraft entry, String otherwise) {
        String name = entry.values().get(target.type().nameField()) instanceof Value.Text(var text) ? text : otherwise;
        return new Row(target.object(), entry.id(), entry.version(), name, entry.values(), Map.of());
    }

    private static @Nullable PatchedRow current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    private void become(@Nullable Row row) {
        now = row;
        changed = true;
    }

    private boolean is(String object, UUID id) {
        return before.object().equals(object) && before.id().equals(id);
    }
}
