package io.qudao.imports;

import io.qudao.kernel.Permits;
import io.qudao.kernel.Violation;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Imports of the caller's tenant. Members see their own; with {@code import.read_all} they see everyone's. */
public interface Imports {
    /**
     * Reads a CSV or XLSX file, plain or gzipped, to its end and stages its rows. If the file cannot be read it is
     * refused and nothing is kept. The rows are then checked and stored in the background.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for an unknown
     *     target, {@link io.qudao.kernel.CommonProblem#FORBIDDEN}, {@link io.qudao.kernel.CommonProblem#HEAD_OFFICE},
     *     {@link io.qudao.kernel.CommonProblem#TOO_LARGE}, or a problem {@code imports.*} that says why the file cannot
     *     be read or that the key belongs to another import
     */
    @Permits("import.run")
    ImportJob start(ImportRequest request, InputStream file);

    /**
     * Returns the import when it has ended, or in its current state after this time.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @Permits("import.run")
    ImportJob await(UUID id, Duration longest);

    /**
     * Returns an import in its current state.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @Permits("import.run")
    ImportJob get(UUID id);

    /**
     * Returns the latest imports first.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong limit
     */
    @Permits("import.run")
    List<ImportJob> list(int limit);

    /**
     * Returns what is wrong, in order of rows.
     *
     * @param afterRow leaves out rows up to and including this one
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @Permits("import.run")
    List<Violation> errors(UUID id, long afterRow, int limit);

    /**
     * Cancels the import after the current chunk. Mode all-or-nothing stores nothing; mode good-rows keeps what it has
     * stored.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, or {@code
     *     imports.ended} if it has already ended
     */
    @Permits("import.run")
    ImportJob cancel(UUID id);
}
