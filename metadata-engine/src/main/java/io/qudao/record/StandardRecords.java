package io.qudao.record;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The only way for modules to write records of their standard objects in the running transaction. It takes care of own
 * fields with their defaults, the object's rules, unique values, and the notification of every {@link RecordListener}.
 * Each method costs a constant number of statements for all its records, and none for an object without any of these
 * (DD050).
 *
 * <p>Methods for one record throw {@link io.qudao.kernel.ProblemException} {@link RecordProblem#INVALID} with all
 * violations; methods for many return them, each with its record's row. In both cases no listener was notified and no
 * own field written, and the caller must undo what it has written itself.
 */
@ByModules
public interface StandardRecords {
    /**
     * Returns whether anything at all is required for the object's records. Callers that would have to find out which
     * rows a statement writes can ask first and skip that.
     */
    boolean isAsked(String object);

    /**
     * Completes the rows of new records that were just written.
     *
     * @return the own fields that the caller may read, like {@link OwnFields#of}
     */
    Value.Fields created(String object, Written record);

    List<Violation> createdAll(String object, Collection<Written> records);

    /**
     * Changes the row of a record that the caller has locked. When the write returns, all of it must have been flushed.
     */
    <T> T changed(String object, Written record, Supplier<T> write);

    /**
     * The same for a caller that needs the version the record gets.
     *
     * @param write returns the version it has written
     * @return that version, or the next one if nothing but own fields has changed
     */
    long changedTo(String object, Written record, LongSupplier write);

    List<Violation> changedAll(String object, Collection<Written> records, Runnable write);

    /**
     * Changes rows that only a statement determines.
     *
     * @param ids supplies the ids of the rows that will change, locked; called only if they are needed
     */
    void changedEach(String object, Supplier<? extends Collection<UUID>> ids, Runnable write);

    /** Deletes rows; refused with {@link RecordProblem#IN_USE} while other records refer to one of them. */
    void deleted(String object, Collection<UUID> ids, Runnable write);

    /**
     * A record written by its module.
     *
     * @param own values for the tenant's own fields by name, typed or as in JSON; for a change, only the fields that
     *     get another value
     * @param path prefix of the names of own fields in violations, such as {@code custom.}
     * @param row the row of an imported file, for violations; 0 otherwise
     * @param asked whether somebody could be asked for required fields; false for records the platform creates by
     *     itself
     * @param complete whether the record counts after this change, so that it needs what a new record needs
     */
    record Written(UUID id, Value.Fields own, String path, long row, boolean asked, boolean complete) {
        /** Returns a record without values for own fields. */
        public static Written of(UUID id) {
            return new Written(id, Value.Fields.EMPTY, "", 0, true, false);
        }

        /** Returns a record that the platform writes by itself as part of something else. */
        public static Written byItself(UUID id) {
            return new Written(id, Value.Fields.EMPTY, "", 0, false, false);
        }

        public Written with(Value.Fields values, String below) {
            return new Written(id, values, below, row, asked, complete);
        }

        /** Returns the record as one that needs all required fields from now on, such as a submitted draft. */
        public Written completed() {
            return new Written(id, own, path, row, asked, true);
        }

        public Written inRow(long number) {
            return new Written(id, own, path, number, asked, complete);
        }
    }
}
