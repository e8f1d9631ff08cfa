package io.qudao.imports.internal;

import io.qudao.imports.ImportColumn;
import io.qudao.imports.ImportRow;
import io.qudao.imports.OwnColumns;
import io.qudao.imports.internal.record.RecordCells;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Field;
import io.qudao.record.RecordTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Own fields by name and labels. If the module has a column of the same name, that column wins. */
@Component
class OwnFieldColumns implements OwnColumns {
    private final RecordTypes types;

    OwnFieldColumns(RecordTypes types) {
        this.types = types;
    }

    @Override
    public List<ImportColumn> beside(List<ImportColumn> columns, String object) {
        var all = new ArrayList<>(columns);
        var known = new HashSet<String>();
        columns.forEach(column -> {
            known.add(column.name());
            known.addAll(column.aliases());
        });
        for (Field field : types.given(object)) {
            if (known.add(field.name())) {
                var labels = field.label().texts().values().stream()
                        .filter(known::add)
                        .toList();
                all.add(new ImportColumn(field.name(), labels, false, null));
            }
        }
        return all;
    }

    @Override
    public Value.Fields read(String object, ImportRow row) {
        var values = new LinkedHashMap<String, Value>();
        for (Field field : types.given(object)) {
            row.value(field.name()).ifPresent(text -> values.put(field.name(), value(field, text)));
        }
        return new Value.Fields(values);
    }

    /** A value that cannot be parsed stays as it is and is refused when the record is written. */
    private static Value value(Field field, String text) {
        var violations = new Violations();
        var value = RecordCells.read(field, text, violations);
        return violations.isEmpty() ? value : Value.text(text);
    }
}
