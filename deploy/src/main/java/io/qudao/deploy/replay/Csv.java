package io.qudao.deploy.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** CSV files, gzipped if their name ends in {@code .gz}. */
final class Csv {
    private Csv() {}

    static void read(Path file, Consumer<NamedCsvRecord> row) {
        try (var reader = open(file);
                var records = CsvReader.builder().ofNamedCsvRecord(reader)) {
            records.forEach(row);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + file, failed);
        }
    }

    static void write(Path file, List<String> header, Consumer<CsvWriter> rows) {
        try (var writer = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
            writer.writeRecord(header);
            rows.accept(writer);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
    }

    private static Reader open(Path file) throws IOException {
        var bytes = Files.newInputStream(file);
        return new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
    }
}
