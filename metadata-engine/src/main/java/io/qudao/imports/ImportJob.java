package io.qudao.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import and its progress.
 *
 * @param encoding encoding the file was read in, such as {@code GB18030}; null for a workbook
 * @param rows rows of the file, not counting the header
 * @param checked rows checked so far
 * @param written rows written so far; in mode all-or-nothing they become visible only when all of them are written
 * @param stored rows that are in the database
 * @param bad rows that were not stored because something is wrong with them
 * @param ignoredColumns headings that match no column of the target
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
