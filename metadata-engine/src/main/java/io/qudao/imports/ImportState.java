package io.qudao.imports;

/** How far an import has come. */
public enum ImportState {
    /** Read and staged; waits for its turn or is at work. */
    RUNNING,
    /** All-or-nothing only: the good rows are being stored in one transaction, which is taken back if any row is bad. */
    APPLYING,
    /** Done; in mode good rows perhaps with bad rows. */
    DONE,
    /** All-or-nothing with a bad row: nothing was stored. */
    REJECTED,
    CANCELLED;

    public boolean isFinal() {
        return this == DONE || this == REJECTED || this == CANCELLED;
    }
}
