package io.qudao.imports;

/** The state of an import. */
public enum ImportState {
    /** Read and staged; waiting for its turn or being processed. */
    RUNNING,
    /**
     * Mode all-or-nothing only: the good rows are being stored in one transaction, which is rolled back if any row is
     * bad.
     */
    APPLYING,
    /** Finished; in mode good-rows there may be bad rows. */
    DONE,
    /**
     * Mode all-or-nothing with at least one bad row: nothing was stored. Or the member who started the import lost the right
     * to: only the good rows stored before that remain.
     */
    REJECTED,
    /** Somebody asked for it to be stopped; the good rows stored before that remain. */
    CANCELLED;

    public boolean isFinal() {
        return this == DONE || this == REJECTED || this == CANCELLED;
    }
}
