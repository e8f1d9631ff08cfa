package io.qudao.record;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The one way by which modules write records of their standard objects, in the running transaction: own fields with their
 * defaults, the object's rules, unique values, and the change told to every {@link RecordListener}. Each method costs a
 * constant number of statements for all its records, and none for an object that nobody asks anything of (DD050).
 *
 * <p>Methods for one record throw {@link io.qudao.kernel.ProblemException} {@link RecordProblem#INVALID} with all violations;
 * methods for many return them, each in its record's row. Then nothing was told and no own field written: the caller undoes
 * what it has written itself.
 */
@ByModules
public interface StandardRecords {
    /**
     * Whether anything is asked of the object's records: who would have to find out first which rows a statement writes, and
     * asks before, need not.
     */
    boolean isAsked(String object);

    /**
     * Rows of new records were just written.
     *
     * @return the own fields that the caller may read, as {@link OwnFields#of}
     */
    Value.Fields created(String object, Written record);

    List<Violation> createdAll(String object, Collection<Written> records);

    /** Changes the row of a record that the caller has locked. When the write ends, nothing of it waits to be flushed. */
    <T> T changed(String object, Written record, Supplier<T> write);

    List<Violation> changedAll(String object, Collection<Written> records, Runnable write);

    /**
     * Changes rows that are told by a statement only.
     *
     * @param ids of the rows that will change, locked; asked only if somebody wants to know
     */
    void changedEach(String object, Supplier<? extends Collection<UUID>> ids, Runnable write);

    /** Deletes rows; refused with {@link RecordProblem#IN_USE} while other records look up to one of them. */
    void deleted(String object, Collection<UUID> ids, Runnable write);

    /**
     * A record that its module writes.
     *
     * @param own values for the tenant's own fields by name, typed or as JSON has them; where a record changes, only those
     *     that shall have another value
     * @param path before the names of own fields in violations, such as {@code custom.}
     * @param row the row of an imported file, for violations; 0 otherwise
     * @param asked whether somebody was there to be asked for required fields; false for what the platform makes by itself
     */
    record Written(UUID id, Value.Fields own, String path, long row, boolean asked) {
        /** Without values for own fields. */
        public static Written of(UUID id) {
            return new Written(id, Value.Fields.EMPTY, "", 0, true);
        }

        /** By the platform itself, as a part of something else. */
        public static Written byItself(UUID id) {
            return new Written(id, Value.Fields.EMPTY, "", 0, false);
        }

        public Written with(Value.Fields values, String below) {
            return new Written(id, values, below, row, asked);
        }

        public Written inRow(long number) {
            return new Written(id, own, path, number, asked);
        }
    }
}
