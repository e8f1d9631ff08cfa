package io.qudao.record.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Field;
import io.qudao.record.RecordProblem;
import io.qudao.record.RecordsChanged;
import io.qudao.record.RecordsChanged.Change;
import io.qudao.record.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes of records: checked whole, then stored, in one transaction. */
@Component
class Writes {
    private final Intake intake;
    private final Finder finder;
    private final Store store;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Writes(
            Intake intake,
            Finder finder,
            Store store,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.intake = intake;
        this.finder = finder;
        this.store = store;
        this.transaction = transaction;
        this.events = events;
    }

    Row create(Target target, Value.Fields input) {
        store.requireKept(target);
        return inTransaction(() -> {
            var wrong = new ArrayList<Violation>();
            var entry = intake.fresh(target, input, 0, wrong);
            intake.checkTargets(target.whole().fields(), List.of(entry), wrong);
            ProblemException.failIfAny(RecordProblem.INVALID, wrong);
            var id = store.insert(target, List.of(entry)).getFirst();
            publish(target, Change.CREATED, List.of(id), Set.of());
            return target.whole().isCell()
                    ? row(target, entry, 1)
                    : finder.whole(target, id, false).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        });
    }

    List<UUID> createAll(Target target, List<Value.Fields> inputs) {
        store.requireKept(target);
        return inTransaction(() -> {
            var wrong = new ArrayList<Violation>();
            var entries = new ArrayList<Entry>();
            for (Value.Fields input : inputs) {
                entries.add(intake.fresh(target, input, entries.size() + 1, wrong));
            }
            intake.checkTargets(target.whole().fields(), entries, wrong);
            wrong.addAll(store.taken(target, entries));
            ProblemException.failIfAny(RecordProblem.INVALID, wrong);
            var ids = entries.isEmpty() ? List.<UUID>of() : store.insert(target, entries);
            publish(target, Change.CREATED, ids, Set.of());
            return ids;
        });
    }

    Row patch(Target target, UUID id, long version, Value.Fields changes) {
        return inTransaction(() -> {
            var current = current(target, id, version, false);
            var wrong = new ArrayList<Violation>();
            var entry = intake.changed(target, current, changes, wrong);
            var fields = different(target, current, entry, changes);
            intake.checkTargets(fields, List.of(entry), wrong);
            ProblemException.failIfAny(RecordProblem.INVALID, wrong);
            if (fields.isEmpty()) {
                return current;
            }
            if (!store.update(target, fields, entry, version)) {
                throw new ProblemException(Problems.STALE, version, "");
            }
            publish(
                    target,
                    Change.PATCHED,
                    List.of(id),
                    fields.stream().map(Field::name).collect(Collectors.toSet()));
            return row(target, entry, version + 1);
        });
    }

    void delete(Target target, UUID id, long version) {
        store.requireKept(target);
        inTransaction(() -> {
            var current = current(target, id, version, false);
            if (!store.delete(target, id, version)) {
                throw new ProblemException(Problems.STALE, version, current.version());
            }
            publish(target, Change.DELETED, List.of(id), Set.of());
            return current;
        });
    }

    Row restore(Target target, UUID id) {
        return inTransaction(() -> {
            var deleted = finder.whole(target, id, true).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
            store.restore(target, new Entry(id, deleted.values(), 0));
            publish(target, Change.RESTORED, List.of(id), Set.of());
            return finder.whole(target, id, false).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        });
    }

    private Row current(Target target, UUID id, long version, boolean deleted) {
        var current = finder.whole(target, id, deleted).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        if (current.version() != version) {
            throw new ProblemException(Problems.STALE, version, current.version());
        }
        return current;
    }

    private static List<Field> different(Target target, Row current, Entry entry, Value.Fields changes) {
        return target.whole().fields().stream()
                .filter(field -> changes.values().containsKey(field.name()) || Owners.isOwner(target.whole(), field))
                .filter(field -> !current.value(field.name()).equals(entry.value(field)))
                .toList();
    }

    private static Row row(Target target, Entry entry, long version) {
        String name = entry.values().get(target.type().nameField()) instanceof Value.Text(var text) ? text : "";
        return new Row(target.object(), entry.id(), version, name, entry.values(), Map.of());
    }

    private void publish(Target target, Change change, List<UUID> ids, Set<String> fields) {
        events.publishEvent(new RecordsChanged(target.object(), change, ids, fields));
    }

    private <T> T inTransaction(Supplier<T> work) {
        T result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("Work without a result");
        }
        return result;
    }
}
