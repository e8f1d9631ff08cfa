package io.qudao.imports.internal.record;

import io.qudao.imports.ImportRow;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Field;
import io.qudao.record.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The records that the rows of a batch refer to.
 *
 * @param found by object and text
 */
record ReferredRecords(Map<String, Map<String, List<Row>>> found) {
    static ReferredRecords of(List<Field> fields, List<ImportRow> rows, RecordNames names) {
        var texts = new HashMap<String, Set<String>>();
        for (var field : fields) {
            if (field.target() != null) {
                var wanted = texts.computeIfAbsent(field.target(), target -> new HashSet<>());
                rows.forEach(row -> row.value(field.name())
                        .filter(text -> id(text).isEmpty())
                        .ifPresent(wanted::add));
            }
        }
        var found = new HashMap<String, Map<String, List<Row>>>();
        texts.forEach((target, wanted) -> found.put(target, names.find(target, wanted)));
        return new ReferredRecords(found);
    }

    Value read(Field field, String text, Violations violations) {
        var id = id(text);
        if (id.isPresent()) {
            return Value.of(id.get());
        }
        var meant = found.getOrDefault(String.valueOf(field.target()), Map.of()).getOrDefault(text, List.of());
        if (meant.size() == 1) {
            return Value.of(meant.getFirst().id());
        }
        violations.add(field.name(), meant.isEmpty() ? "unknown" : "import_ambiguous", text);
        return Value.none();
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }
}
