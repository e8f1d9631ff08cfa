package io.qudao.imports.internal.record;

import io.qudao.imports.ImportCells;
import io.qudao.imports.ImportColumn;
import io.qudao.imports.ImportRow;
import io.qudao.imports.ImportTarget;
import io.qudao.imports.NamedKeys;
import io.qudao.imports.NamedKeys.RowKey;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Field;
import io.qudao.record.Query;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.record.Records;
import io.qudao.record.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Imports records of an object, limited to the fields the caller may write. A row changes the record that has its key,
 * which is the first unique text of the object or else the name, and otherwise adds one; an empty cell leaves the value.
 * Records are referred to by their own unique texts, by their names, or by their ids.
 */
final class RecordTarget implements ImportTarget {
    private final String name;
    private final VisibleType type;
    private final Records records;
    private final RecordNames names;
    private final List<Field> fields;
    private final @Nullable Field key;

    RecordTarget(String name, VisibleType type, Records records, RecordNames names) {
        this.name = name;
        this.type = type;
        this.records = records;
        this.names = names;
        this.fields = type.fields().stream()
                .filter(field ->
                        type.given().contains(field.name()) || type.changed().contains(field.name()))
                .toList();
        this.key = RecordNames.keys(type).stream()
                .filter(this.fields::contains)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String name() {
        return name;
    }

    /** Rights on the object decide; who has none does not find this target. */
    @Override
    public String permission() {
        return "import.run";
    }

    @Override
    public List<ImportColumn> columns() {
        var known = fields.stream().map(Field::name).collect(Collectors.toCollection(HashSet::new));
        return fields.stream()
                .map(field -> {
                    var labels = field.label().texts().values().stream()
                            .filter(known::add)
                            .toList();
                    return new ImportColumn(field.name(), labels, field.equals(key) && field.required(), null);
                })
                .toList();
    }

    @Override
    public List<Violation> validate(ImportRow row) {
        var violations = new Violations();
        fields.stream()
                .filter(field -> field.target() == null)
                .forEach(field -> row.value(field.name()).ifPresent(text -> RecordCells.read(field, text, violations)));
        return violations.list();
    }

    @Override
    public List<Violation> apply(List<ImportRow> rows, NamedKeys keys) {
        var wrong = new ArrayList<Violation>();
        var once = withoutRepeated(rows, keys, wrong);
        var known = known(once);
        var references = ReferredRecords.of(fields, once, names);
        var added = new ArrayList<ImportRow>();
        var drafts = new ArrayList<Value.Fields>();
        for (var row : once) {
            var violations = new Violations();
            var values = values(row, references, violations);
            var same = key(row).map(text -> known.getOrDefault(text, List.of())).orElse(List.of());
            if (same.size() > 1) {
                violations.add(keyName(), "import_ambiguous", key(row).orElse(""));
            }
            if (!violations.isEmpty()) {
                violations.list().forEach(violation -> wrong.add(violation.inRow(row.number())));
            } else if (same.isEmpty()) {
                added.add(row);
                drafts.add(new Value.Fields(values));
            } else {
                change(row, same.getFirst(), values);
            }
        }
        add(added, drafts);
        return wrong;
    }

    /** Refuses rows whose key an earlier row has, however it is spelt. */
    private List<ImportRow> withoutRepeated(List<ImportRow> rows, NamedKeys keys, List<Violation> wrong) {
        var repeated = keys.name(rows.stream()
                .flatMap(row -> keyForm(row).map(form -> RowKey.of(row.number(), form)).stream())
                .toList());
        repeated.forEach((row, earlier) ->
                wrong.add(Violation.of(keyName(), ImportCells.REPEATED, earlier).inRow(row)));
        return rows.stream().filter(row -> !repeated.containsKey(row.number())).toList();
    }

    private Map<String, List<Row>> known(List<ImportRow> rows) {
        var by = key;
        var texts = rows.stream().flatMap(row -> key(row).stream()).collect(Collectors.toSet());
        return by == null ? Map.of() : names.find(Query.of(type.type().name()), by, texts);
    }

    /** Returns the text in a row that identifies its record, as it would be stored. */
    private Optional<String> key(ImportRow row) {
        var by = key;
        return by == null
                ? Optional.empty()
                : row.value(by.name())
                        .map(text -> RecordCells.read(by, text, new Violations()))
                        .flatMap(value -> value instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty());
    }

    private Optional<String> keyForm(ImportRow row) {
        var by = key;
        return by == null ? Optional.empty() : key(row).map(text -> RecordNames.form(by, text));
    }

    private String keyName() {
        return key == null ? "" : key.name();
    }

    private SequencedMap<String, Value> values(ImportRow row, ReferredRecords references, Violations violations) {
        var values = new LinkedHashMap<String, Value>();
        for (var field : fields) {
            row.value(field.name())
                    .ifPresent(text -> values.put(
                            field.name(),
                            field.target() == null
                                    ? RecordCells.read(field, text, violations)
                                    : references.read(field, text, violations)));
        }
        return values;
    }

    private void change(ImportRow row, Row record, SequencedMap<String, Value> values) {
        // The record keeps its own spelling of the key.
        values.remove(keyName());
        values.entrySet().removeIf(value -> value.getValue().equals(record.value(value.getKey())));
        if (!values.isEmpty()) {
            var changes = new Value.Fields(values);
            inRows(
                    () -> records.patch(record.object(), record.id(), record.version(), changes),
                    number -> row.number());
        }
    }

    private void add(List<ImportRow> rows, List<Value.Fields> drafts) {
        for (int from = 0; from < rows.size(); from += Records.MOST_IN_BATCH) {
            int to = Math.min(from + Records.MOST_IN_BATCH, rows.size());
            var some = rows.subList(from, to);
            var values = drafts.subList(from, to);
            inRows(
                    () -> records.createAll(type.type().name(), values),
                    number -> some.get(Math.toIntExact(number) - 1).number());
        }
    }

    /**
     * Runs a write whose violations are to name rows of the file.
     *
     * @param row returns the row of a record, counted from 1
     */
    private static void inRows(Runnable write, LongUnaryOperator row) {
        try {
            write.run();
        } catch (ProblemException refused) {
            var violations = refused.violations().stream()
                    .map(wrong -> {
                        var number = wrong.row();
                        return wrong.inRow(row.applyAsLong(number == null ? 1 : number));
                    })
                    .toList();
            throw new ProblemException(
                    refused.problem(), violations, refused, refused.arguments().toArray());
        }
    }
}
