package io.qudao.record.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.record.Row;
import io.qudao.record.StandardRecords.Written;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.OwnRights;
import io.qudao.record.internal.row.RecordDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Adds own fields to rows that a module has written and checks both, for many records at once. */
@Component
class Completion {
    private final RecordPreparation preparation;
    private final Store store;
    private final OwnRights rights;

    Completion(RecordPreparation preparation, Store store, OwnRights rights) {
        this.preparation = preparation;
        this.store = store;
        this.rights = rights;
    }

    /** The records as they stand now, and what is wrong with them; where anything is, no own field was written. */
    record Completed(List<RecordDraft> entries, List<Violation> wrong) {
        Completed map(UnaryOperator<RecordDraft> change) {
            return new Completed(entries.stream().map(change).toList(), wrong);
        }
    }

    /** @param rows the rows just added by their module */
    Completed created(CallerObject target, List<Written> records, Map<UUID, Row> rows) {
        var own = own(target.type());
        var askable = askable(target);
        var check = new Check(target, own, askable);
        for (Written record : records) {
            check.add(
                    record,
                    (entry, given, violations) ->
                            preparation.completed(target, entry, given, record.asked(), askable, violations),
                    row(rows, record.id()));
        }
        var fields = own.values().stream()
                .filter(field ->
                        check.entries().anyMatch(entry -> !entry.value(field).isNull()))
                .toList();
        return check.end(
                fields,
                entries ->
                        entries.size() > 1 ? store.taken(target, target.whole().fields(), entries) : List.of(),
                entries -> store.give(target, fields, entries));
    }

    /** Returns the own fields of a record that the caller may read. */
    Value.Fields readable(String object, RecordDraft entry) {
        return JdbcOwnFields.values(rights.read(object), entry.values());
    }

    /**
     * @param before the rows before the change
     * @param after the rows as changed by their module
     */
    Completed changed(CallerObject target, List<Written> records, Map<UUID, Row> before, Map<UUID, Row> after) {
        var own = own(target.type());
        var allowed = changeable(target);
        var askable = records.stream().anyMatch(Written::complete) ? askable(target) : Set.<String>of();
        allowed.addAll(askable);
        var check = new Check(target, own, allowed);
        var raised = new HashSet<UUID>();
        for (Written record : records) {
            var was = row(before, record.id());
            var is = row(after, record.id());
            if (was.version() != is.version()) {
                raised.add(record.id());
            }
            check.add(
                    record,
                    (entry, given, violations) -> preparation.rewritten(
                            target, was, entry, given, record.complete() ? askable : null, violations),
                    is);
        }
        var fields = own.values().stream()
                .filter(field -> check.entries()
                        .anyMatch(entry -> !entry.value(field)
                                .equals(row(after, entry.id()).value(field.name()))))
                .toList();
        Predicate<RecordDraft> gets = entry -> differs(entry, row(after, entry.id()), fields);
        var completed = check.end(
                fields,
                entries -> entries.size() > 1 ? store.taken(target, fields, entries) : List.of(),
                entries -> regive(target, fields, entries.stream().filter(gets).toList(), raised));
        return completed.map(entry -> gets.test(entry) && !raised.contains(entry.id()) ? entry.raised() : entry);
    }

    /** @param raised records of which the module has raised the version */
    private List<Violation> regive(
            CallerObject target, List<Field> fields, List<RecordDraft> entries, Set<UUID> raised) {
        var byRaise = entries.stream().collect(Collectors.partitioningBy(entry -> !raised.contains(entry.id())));
        var wrong = new ArrayList<Violation>();
        byRaise.forEach((raise, some) -> {
            if (!some.isEmpty()) {
                wrong.addAll(store.regive(target, fields, some, raise));
            }
        });
        return wrong;
    }

    private Set<String> askable(CallerObject target) {
        return rights.given(target.object()).stream().map(Field::name).collect(Collectors.toSet());
    }

    private static Set<String> changeable(CallerObject target) {
        return target.visible().fields().stream()
                .filter(field -> target.rights().update() && target.isChanged(field))
                .map(Field::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean differs(RecordDraft entry, Row row, List<Field> fields) {
        return fields.stream().anyMatch(field -> !entry.value(field).equals(row.value(field.name())));
    }

    private static Row row(Map<UUID, Row> rows, UUID id) {
        var row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("There is no row of " + id + ", which was said to be written");
        }
        return row;
    }

    private static Map<String, Field> own(ObjectType type) {
        var own = new LinkedHashMap<String, Field>();
        type.fields().stream().filter(OwnRights::isOwn).forEach(field -> own.put(field.name(), field));
        return own;
    }

    private interface Reading {
        Prepared read(RecordDraft written, Value.Fields given, Violations violations);
    }

    private interface Finding {
        List<Violation> in(List<RecordDraft> entries);
    }

    /**
     * Checks the records of one call; violations of own fields and of fields that the caller named get the caller's
     * path as prefix.
     */
    private final class Check {
        private final CallerObject target;
        private final Map<String, Field> own;
        private final Set<String> allowed;
        private final List<Prepared> prepared = new ArrayList<>();
        private final Map<Integer, Written> byNumber = new LinkedHashMap<>();

        Check(CallerObject target, Map<String, Field> own, Set<String> allowed) {
            this.target = target;
            this.own = own;
            this.allowed = allowed;
        }

        void add(Written record, Reading reading, Row row) {
            int number = prepared.size() + 1;
            byNumber.put(number, record);
            var violations = new Violations();
            var given = allowed(record.own(), violations);
            prepared.add(
                    reading.read(new RecordDraft(row.id(), row.version(), row.values(), number), given, violations));
        }

        Stream<RecordDraft> entries() {
            return prepared.stream().map(Prepared::draft);
        }

        Completed end(List<Field> fields, Finding taken, Finding store) {
            var entries = entries().toList();
            var wrong = new ArrayList<>(preparation.judge(target, prepared));
            preparation.checkTargets(fields, entries, wrong);
            wrong.addAll(taken.in(entries));
            if (wrong.isEmpty()) {
                try {
                    wrong.addAll(store.in(entries));
                } catch (ProblemException refused) {
                    wrong.addAll(entries.size() == 1 ? refused.violations() : List.of());
                    if (wrong.isEmpty()) {
                        throw refused;
                    }
                }
            }
            return new Completed(entries, wrong.stream().map(this::named).toList());
        }

        private Value.Fields allowed(Value.Fields given, Violations violations) {
            var values = new LinkedHashMap<String, Value>();
            given.values().forEach((name, value) -> {
                if (!own.containsKey(name) || target.visible().field(name).isEmpty()) {
                    violations.add(name, "unknown_field", name);
                } else if (!allowed.contains(name)) {
                    violations.add(name, "record.read_only", name);
                } else {
                    values.put(name, value);
                }
            });
            return new Value.Fields(values);
        }

        private Violation named(Violation violation) {
            var number = violation.row();
            var record = byNumber.get(number == null ? 1 : number.intValue());
            if (record == null) {
                return violation;
            }
            String name = violation.field();
            boolean below = own.containsKey(name) || record.own().values().containsKey(name);
            var named = Violation.of(
                    below ? record.path() + name : name,
                    violation.code(),
                    violation.arguments().toArray());
            return record.row() == 0 ? named : named.inRow(record.row());
        }
    }
}
