package io.qudao.imports;

import java.util.Map;
import java.util.Optional;

/**
 * A row of an imported file.
 *
 * @param number its line in the file, counted from 1 with the header
 * @param values by column name, stripped; an empty cell is absent
 */
public record ImportRow(long number, Map<String, String> values) {
    public ImportRow {
        values = Map.copyOf(values);
    }

    public Optional<String> value(String column) {
        return Optional.ofNullable(values.get(column));
    }
}
