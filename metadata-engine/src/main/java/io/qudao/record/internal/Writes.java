package io.qudao.record.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Field;
import io.qudao.record.RecordProblem;
import io.qudao.record.Row;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.Finder;
import io.qudao.record.internal.row.Owners;
import io.qudao.record.internal.row.RecordDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes of records: all checks first, then storing and notifying, in one transaction. Changes of a standard object
 * are its module's commands, which end in {@link JdbcStandardRecords}; of an object without such a command, only own
 * fields can change.
 */
@Component
class Writes {
    private final RecordPreparation preparation;
    private final Finder finder;
    private final Store store;
    private final CommandBook commands;
    private final RecordEvents events;
    private final TransactionTemplate transaction;

    Writes(
            RecordPreparation preparation,
            Finder finder,
            Store store,
            CommandBook commands,
            RecordEvents events,
            TransactionTemplate transaction) {
        this.preparation = preparation;
        this.finder = finder;
        this.store = store;
        this.commands = commands;
        this.events = events;
        this.transaction = transaction;
    }

    Row create(CallerObject target, Value.Fields input) {
        return inTransaction(() -> {
            if (!target.whole().isCell()) {
                var id = commands.creates(target).create(preparation.forCommand(target, input));
                return finder.all(target, List.of(id)).get(id);
            }
            var prepared = preparation.fresh(target, input, 0);
            var wrong = new ArrayList<>(preparation.judge(target, List.of(prepared)));
            var entry = prepared.draft();
            preparation.checkTargets(target.whole().fields(), List.of(entry), wrong);
            ProblemException.failIfAny(RecordProblem.INVALID, wrong);
            store.insert(target, List.of(entry));
            events.created(target, List.of(entry));
            return PatchedRow.row(target, entry, "");
        });
    }

    List<UUID> createAll(CallerObject target, List<Value.Fields> inputs) {
        return inTransaction(() -> target.whole().isCell() ? insert(target, inputs) : command(target, inputs));
    }

    private List<UUID> insert(CallerObject target, List<Value.Fields> inputs) {
        var prepared = new ArrayList<Prepared>();
        for (Value.Fields input : inputs) {
            prepared.add(preparation.fresh(target, input, prepared.size() + 1));
        }
        var wrong = new ArrayList<>(preparation.judge(target, prepared));
        var entries = prepared.stream().map(Prepared::draft).toList();
        preparation.checkTargets(target.whole().fields(), entries, wrong);
        wrong.addAll(store.taken(target, target.whole().fields(), entries));
        ProblemException.failIfAny(RecordProblem.INVALID, wrong);
        var ids = entries.isEmpty() ? List.<UUID>of() : store.insert(target, entries);
        events.created(target, entries);
        return ids;
    }

    /** Runs the command for each input; the first refusal names its row. */
    private List<UUID> command(CallerObject target, List<Value.Fields> inputs) {
        var creates = commands.creates(target);
        var ids = new ArrayList<UUID>();
        for (Value.Fields input : inputs) {
            try {
                ids.add(creates.create(preparation.forCommand(target, input)));
            } catch (ProblemException refused) {
                long number = ids.size() + 1L;
                var there = refused.violations().stream()
                        .map(violation -> violation.inRow(number))
                        .toList();
                throw new ProblemException(
                        refused.problem(), there, refused, refused.arguments().toArray());
            }
        }
        return ids;
    }

    Row patch(CallerObject target, UUID id, long version, Value.Fields changes) {
        return inTransaction(() -> {
            var current = current(target, id, version);
            return commands.hasChanges(target) ? command(target, current, changes) : store(target, current, changes);
        });
    }

    private Row command(CallerObject target, Row current, Value.Fields changes) {
        return preparation
                .forChange(target, current, changes)
                .map(given -> PatchedRow.after(
                                current, () -> commands.changes(target).change(current, given))
                        .orElseGet(() -> Objects.requireNonNull(
                                finder.all(target, List.of(current.id())).get(current.id()))))
                .orElse(current);
    }

    private Row store(CallerObject target, Row current, Value.Fields changes) {
        var prepared = preparation.changed(target, current, changes);
        var wrong = new ArrayList<>(preparation.judge(target, List.of(prepared)));
        var entry = prepared.draft();
        var fields = different(target, current, entry, changes);
        preparation.checkTargets(fields, List.of(entry), wrong);
        ProblemException.failIfAny(RecordProblem.INVALID, wrong);
        if (fields.isEmpty()) {
            return current;
        }
        if (!store.update(target, fields, entry, current.version())) {
            throw new ProblemException(CommonProblem.STALE, current.version(), "");
        }
        events.changed(target, current, entry);
        return PatchedRow.row(target, entry, "");
    }

    void delete(CallerObject target, UUID id, long version) {
        inTransaction(() -> {
            var current = current(target, id, version);
            if (!target.whole().isCell()) {
                commands.deletes(target).delete(id, version);
                return current;
            }
            if (!store.delete(target, id, version)) {
                throw new ProblemException(CommonProblem.STALE, version, current.version());
            }
            events.deleted(target, List.of(current));
            return current;
        });
    }

    Row restore(CallerObject target, UUID id) {
        return inTransaction(() -> {
            var deleted =
                    finder.whole(target, id, true).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
            var entry = new RecordDraft(id, deleted.version() + 1, deleted.values(), 0);
            var wrong = new ArrayList<Violation>();
            preparation.checkTargets(target.whole().fields(), List.of(entry), wrong);
            ProblemException.failIfAny(RecordProblem.INVALID, wrong);
            store.restore(target, entry);
            events.restored(target, entry);
            return finder.whole(target, id, false).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        });
    }

    private Row current(CallerObject target, UUID id, long version) {
        var current = finder.whole(target, id, false).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        if (current.version() != version) {
            throw new ProblemException(CommonProblem.STALE, version, current.version());
        }
        return current;
    }

    private static List<Field> different(CallerObject target, Row current, RecordDraft entry, Value.Fields changes) {
        return target.whole().fields().stream()
                .filter(field -> changes.values().containsKey(field.name()) || Owners.isOwner(target.whole(), field))
                .filter(field -> !current.value(field.name()).equals(entry.value(field)))
                .toList();
    }

    private <T> T inTransaction(Supplier<T> work) {
        T result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("Work without a result");
        }
        return result;
    }
}
