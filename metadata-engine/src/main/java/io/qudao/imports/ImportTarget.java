package io.qudao.imports;

import io.qudao.kernel.Violation;
import java.util.List;

/** What files can be imported into: a bean of the module that owns it, called in the scope of the member who imports. */
public interface ImportTarget {
    /** As in {@code POST /api/v1/imports?target=products}. */
    String name();

    /** What a member needs besides {@code import.run}. */
    String permission();

    /** Whether what is imported is the whole tenant's, so that only its head office may. */
    default boolean isOfHeadOffice() {
        return false;
    }

    List<ImportColumn> columns();

    /** What is wrong with a row taken by itself, without the database. */
    List<Violation> validate(ImportRow row);

    /**
     * Stores rows that passed {@link #validate}, in the running transaction, and answers what is wrong with those it did
     * not store, each violation in its row ({@link Violation#inRow}). The same rows never come twice, but records may
     * already be there: an import updates them by their natural key. Throwing refuses the batch, and its rows come again one
     * by one; a problem of which each violation names its row refuses those rows, though they were stored, and the others come
     * again without them. What an import stores of a file that is to be stored whole is taken back if any of its rows is bad.
     *
     * @param keys where rows of a natural key name it, to refuse those that repeat an earlier row
     */
    List<Violation> apply(List<ImportRow> rows, NamedKeys keys);
}
