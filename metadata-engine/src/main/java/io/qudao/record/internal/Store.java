package io.qudao.record.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;
import io.qudao.record.RecordProblem;
import io.qudao.record.RecordWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts checked records where their object keeps them; a unique value that is taken is a violation. */
@Component
class Store {
    private final SqlRows rows;
    private final UniqueValues unique;
    private final Asides asides;
    private final Statements statements;
    private final Map<String, RecordWriter> writers;

    Store(SqlRows rows, UniqueValues unique, Asides asides, Statements statements, List<RecordWriter> writers) {
        this.rows = rows;
        this.unique = unique;
        this.asides = asides;
        this.statements = statements;
        this.writers = writers.stream().collect(Collectors.toMap(RecordWriter::object, Function.identity()));
    }

    /** Refuses objects whose records only their module adds and deletes. */
    void requireKept(Target target) {
        if (!keeps(target)) {
            throw new ProblemException(RecordProblem.KEPT_BY_MODULE, target.object());
        }
    }

    /** Whether records of the object may be added and deleted here. */
    boolean keeps(Target target) {
        return target.whole().isCell() || writers.containsKey(target.object());
    }

    /** What entries of a batch and the records that are there have in common where they must not. */
    List<Violation> taken(Target target, List<Entry> entries) {
        return unique.taken(target, entries);
    }

    /** Answers the ids, in order. */
    List<UUID> insert(Target target, List<Entry> entries) {
        return guarded(target, () -> {
            if (!target.whole().isCell()) {
                var ids = new ArrayList<UUID>();
                for (Entry entry : entries) {
                    ids.add(insertByWriter(target, entry));
                }
                return ids;
            }
            claim(target, target.whole().fields(), entries);
            rows.insert(target, entries);
            asides.add(target, target.whole().fields(), entries);
            return entries.stream().map(Entry::id).toList();
        });
    }

    /** Sets these fields of a record that its module has just written. */
    void give(Target target, List<Field> fields, Entry entry) {
        guarded(target, () -> {
            claim(target, fields, List.of(entry));
            complete(target, fields, entry);
            return entry;
        });
    }

    /** Whether the record still had this version. */
    boolean update(Target target, List<Field> fields, Entry entry, long version) {
        return guarded(target, () -> {
            unique.release(target, fields, entry.id());
            claim(target, fields, List.of(entry));
            var writer = writer(target);
            var theirs = fields.stream().filter(Store::isColumn).toList();
            if (writer.isEmpty() || theirs.isEmpty()) {
                boolean updated = rows.update(target, fields, entry, version);
                if (updated) {
                    asides.change(target, fields, entry);
                }
                return updated;
            }
            writer.get().patch(entry.id(), version, values(theirs, entry));
            complete(target, fields, entry);
            return true;
        });
    }

    /** Whether the record was in reach at this version. */
    boolean delete(Target target, UUID id, long version) {
        return guarded(target, () -> {
            unique.release(target, target.whole().fields(), id);
            var writer = writer(target);
            if (writer.isPresent()) {
                writer.get().delete(id, version);
                return true;
            }
            return rows.delete(target, id, version);
        });
    }

    void restore(Target target, Entry entry) {
        guarded(target, () -> {
            claim(target, target.whole().fields(), List.of(entry));
            rows.restore(target, entry);
            return entry;
        });
    }

    private UUID insertByWriter(Target target, Entry entry) throws SQLException {
        var fields = target.whole().fields();
        var theirs = fields.stream().filter(Store::isColumn).toList();
        var id = writer(target).orElseThrow().create(values(theirs, entry));
        var made = new Entry(id, entry.values(), entry.number());
        claim(target, fields, List.of(made));
        complete(
                target,
                fields.stream().filter(field -> !made.value(field).isNull()).toList(),
                made);
        return id;
    }

    private void complete(Target target, List<Field> fields, Entry entry) throws SQLException {
        var ours = fields.stream().filter(field -> !isColumn(field)).toList();
        if (!ours.isEmpty()) {
            rows.complete(target, ours, entry);
            asides.change(target, ours, entry);
        }
    }

    private Optional<RecordWriter> writer(Target target) {
        return target.whole().isCell() ? Optional.empty() : Optional.ofNullable(writers.get(target.object()));
    }

    private static Value.Fields values(List<Field> fields, Entry entry) {
        var values = new LinkedHashMap<String, Value>();
        fields.stream().filter(Field::editable).forEach(field -> values.put(field.name(), entry.value(field)));
        return new Value.Fields(values);
    }

    private static boolean isColumn(Field field) {
        return field.placement() instanceof Placement.Column;
    }

    private void claim(Target target, List<Field> fields, List<Entry> entries) throws SQLException {
        ProblemException.failIfAny(RecordProblem.INVALID, unique.claim(target, fields, entries));
    }

    private <T> T guarded(Target target, Work<T> work) {
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
