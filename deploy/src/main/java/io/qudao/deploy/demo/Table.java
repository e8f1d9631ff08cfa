package io.qudao.deploy.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The demo's tables, stored as CSV next to this class. */
final class Table {
    private Table() {}

    static <T> List<T> read(String name, Function<NamedCsvRecord, T> row) {
        var stream = Objects.requireNonNull(Table.class.getResourceAsStream(name), name);
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                var records = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return records.stream().map(row).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
