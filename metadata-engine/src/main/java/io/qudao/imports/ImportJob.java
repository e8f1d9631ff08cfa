package io.qudao.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import and its progress.
 *
 * @param encoding that the file was read in, such as {@code GB18030}; null of a workbook
 * @param rows rows of the file, without the header
 * @param checked rows that were looked at so far
 * @param written rows that were written so far; those of a whole file are seen by nobody before all of them are
 * @param stored rows that are in the database
 * @param bad rows that are not, for what is wrong with them
 * @param ignoredColumns headings nobody asked for
 */
public record ImportJob(
        UUID id,
        String target,
        ImportMode mode,
        ImportState state,
        String fileName,
        @Nullable String encoding,
        long rows,
        long checked,
        long written,
        long stored,
        long bad,
        List<String> ignoredColumns,
        Instant startedAt,
        @Nullable Instant endedAt) {
    public ImportJob {
        ignoredColumns = List.copyOf(ignoredColumns);
    }
}
