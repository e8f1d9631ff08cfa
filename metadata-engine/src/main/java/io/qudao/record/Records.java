package io.qudao.record;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The records of the caller's tenant, subject to the caller's rights ({@link RecordRights}): a record they may not read
 * is reported as not found, an object they may not read at all is refused. Joins the caller's transaction, or starts
 * one.
 *
 * <p>Values are given by field name, either typed or as texts and numbers from JSON; both are checked strictly against
 * the field. All violations are reported together, named by field.
 */
public interface Records {
    /**
     * Adds a record. Absent fields get their defaults.
     *
     * @throws io.qudao.kernel.ProblemException {@link RecordProblem#UNKNOWN_OBJECT}, {@link
     *     io.qudao.kernel.CommonProblem#FORBIDDEN}, {@link RecordProblem#INVALID} with all violations, {@link
     *     RecordProblem#KEPT_BY_MODULE}, or what the object's module refuses
     */
    @AnyMember
    Row create(String object, Value.Fields values);

    /**
     * Adds all of them or none; at most {@value #MOST_IN_BATCH}. Violations name their record by {@link
     * io.qudao.kernel.Violation#row()}, counted from 1.
     *
     * @return the ids, in order
     * @throws io.qudao.kernel.ProblemException {@link RecordProblem#BATCH_TOO_LARGE}, and as {@link #create}
     */
    @AnyMember
    List<UUID> createAll(String object, List<Value.Fields> records);

    /**
     * Returns the record.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, and as {@link
     *     #find(String, UUID)}
     */
    @AnyMember
    Row read(String object, UUID id);

    /**
     * Returns a record; empty if there is none that the caller may read.
     *
     * @throws io.qudao.kernel.ProblemException {@link RecordProblem#UNKNOWN_OBJECT}, or {@link
     *     io.qudao.kernel.CommonProblem#FORBIDDEN} if the caller may not read the object
     */
    @AnyMember
    Optional<Row> find(String object, UUID id);

    /**
     * Those of these records that are there for the caller, in any order.
     *
     * @throws io.qudao.kernel.ProblemException as {@link #find(String, UUID)}
     */
    @AnyMember
    List<Row> find(String object, Collection<UUID> ids);

    /**
     * Returns the records whose value of a unique text field is the same as one of these, whatever their case, width and
     * blanks around them, in any order. Without a field of this kind that the caller may read there are none.
     */
    @AnyMember
    List<Row> withSame(String object, String field, Collection<String> texts);

    /**
     * Changes the given fields; null empties one.
     *
     * @param version version as read; if the record has another version by now: {@link
     *     io.qudao.kernel.CommonProblem#STALE}
     * @throws io.qudao.kernel.ProblemException {@link RecordProblem#UNKNOWN_OBJECT}, {@link
     *     io.qudao.kernel.CommonProblem#FORBIDDEN}, {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     io.qudao.kernel.CommonProblem#STALE}, {@link RecordProblem#INVALID} with all violations, {@link
     *     RecordProblem#KEPT_BY_MODULE}, or what the object's module refuses
     */
    @AnyMember
    Row patch(String object, UUID id, long version, Value.Fields changes);

    /**
     * Moves a record to the recycle bin, where {@link Query#deleted()} finds it. Its unique values become free.
     *
     * @throws io.qudao.kernel.ProblemException {@link RecordProblem#UNKNOWN_OBJECT}, {@link
     *     io.qudao.kernel.CommonProblem#FORBIDDEN}, {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     io.qudao.kernel.CommonProblem#STALE}, {@link RecordProblem#IN_USE}, or {@link RecordProblem#KEPT_BY_MODULE}
     */
    @AnyMember
    void delete(String object, UUID id, long version);

    /**
     * Restores a record from the recycle bin; refused if one of its unique values has been taken since.
     *
     * @throws io.qudao.kernel.ProblemException {@link RecordProblem#UNKNOWN_OBJECT}, {@link
     *     io.qudao.kernel.CommonProblem#FORBIDDEN}, {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, or {@link
     *     RecordProblem#INVALID} with all violations
     */
    @AnyMember
    Row restore(String object, UUID id);

    /**
     * Lists records page by page.
     *
     * @throws io.qudao.kernel.ProblemException {@link RecordProblem#UNKNOWN_OBJECT}, {@link
     *     io.qudao.kernel.CommonProblem#FORBIDDEN}, {@link RecordProblem#INVALID_QUERY} with all violations, or {@link
     *     RecordProblem#TOO_SLOW}
     */
    @AnyMember
    Page list(Query query);

    /** Returns the display names of records, for those that exist and that the caller may read, in any order. */
    @AnyMember
    Map<UUID, String> labels(String object, Collection<UUID> ids);

    int MOST_IN_BATCH = 1_000;
}
