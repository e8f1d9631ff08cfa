package io.qudao.imports;

import io.qudao.kernel.Permits;
import io.qudao.kernel.Violation;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Imports of the caller's tenant. A member sees their own; with {@code import.read_all}, everyone's. */
public interface Imports {
    /**
     * Reads a CSV or XLSX file, plain or gzipped, to its end and stages its rows; a file that cannot be read is refused with
     * nothing kept. The rows are then checked and stored in the background.
     */
    @Permits("import.run")
    ImportJob start(ImportRequest request, InputStream file);

    /** The import once it has ended, or as it is after this time. */
    @Permits("import.run")
    ImportJob await(UUID id, Duration longest);

    @Permits("import.run")
    ImportJob get(UUID id);

    /** The latest first. */
    @Permits("import.run")
    List<ImportJob> list(int limit);

    /**
     * What is wrong, in order of rows.
     *
     * @param afterRow rows up to this one are left out
     */
    @Permits("import.run")
    List<Violation> errors(UUID id, long afterRow, int limit);

    /** Stops after the chunk at work: mode all-or-nothing stores nothing, mode good rows keeps what it has stored. */
    @Permits("import.run")
    ImportJob cancel(UUID id);
}
