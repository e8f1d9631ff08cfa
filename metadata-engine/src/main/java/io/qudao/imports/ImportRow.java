package io.qudao.imports;

import io.qudao.kernel.TextForm;
import java.util.Map;
import java.util.Optional;

/**
 * A row of an imported file.
 *
 * @param number its line in the file, counted from 1 with the header
 * @param values by column name, in their form and stripped; an empty cell is absent
 */
public record ImportRow(long number, Map<String, String> values) {
    public ImportRow {
        values = Map.copyOf(values);
    }

    public Optional<String> value(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** Returns a code in its form. */
    public Optional<String> code(String column) {
        return value(column).map(TextForm::ofCode);
    }

    /** Returns a name that serves as a code, in its form. */
    public Optional<String> codeName(String column) {
        return value(column).map(TextForm::ofName);
    }
}
