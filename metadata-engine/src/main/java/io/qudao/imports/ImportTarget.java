package io.qudao.imports;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Violation;
import java.util.List;

/**
 * Something that files can be imported into: a bean of the owning module, called in the scope of the member who
 * imports.
 */
@ByModules
public interface ImportTarget {
    /** Returns the name, as in {@code POST /api/v1/imports?target=products}. */
    String name();

    /** Returns the permission a member needs in addition to {@code import.run}. */
    String permission();

    /** Whether the imported data belongs to the whole tenant, so that only the head office may import it. */
    default boolean isOfHeadOffice() {
        return false;
    }

    /**
     * Whether a file that is imported again would count again, as movements do, which have no natural key. Within a day the
     * same file is refused then, unless the request has a key, which says that it is meant.
     */
    default boolean countsEachTime() {
        return false;
    }

    List<ImportColumn> columns();

    /** Returns what is wrong with a row by itself, without looking at the database. */
    List<Violation> validate(ImportRow row);

    /**
     * Stores rows that passed {@link #validate} in the running transaction and returns what is wrong with those it did
     * not store, each violation with its row ({@link Violation#inRow}). The same rows are never passed twice, but
     * records may already exist: an import updates them by their natural key. If this throws, the batch is refused and
     * its rows are passed again one by one. If it throws a problem whose violations all name a row, only those rows are
     * refused, even if they were stored, and the other rows are passed again without them. In mode all-or-nothing
     * everything stored is rolled back if any row is bad.
     *
     * @param keys registers the natural keys of rows, to refuse rows that repeat an earlier one
     */
    List<Violation> apply(List<ImportRow> rows, NamedKeys keys);
}
