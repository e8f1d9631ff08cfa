package io.qudao.record;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The records of the caller's tenant, by the rights of the caller ({@link RecordRights}): what they may not read is not
 * found, an object they may not read at all is refused. Joins the caller's transaction, or makes one.
 *
 * <p>Values are given by field name. They may be typed, or texts and numbers as JSON has them: both are checked against
 * the field, strictly. All violations come at once; their fields are the fields' names.
 */
public interface Records {
    /**
     * Adds a record. Absent fields get their defaults.
     *
     * @throws io.qudao.kernel.ProblemException {@link RecordProblem#INVALID} with all violations
     */
    @AnyMember
    Row create(String object, Value.Fields values);

    /**
     * Adds all of them or none; at most {@value #MOST_IN_BATCH}. Violations name their record by
     * {@link io.qudao.kernel.Violation#row()}, counted from 1.
     *
     * @return the ids, in order
     */
    @AnyMember
    List<UUID> createAll(String object, List<Value.Fields> records);

    /** The record, or {@link io.qudao.kernel.CommonProblem#NOT_FOUND}. */
    @AnyMember
    Row read(String object, UUID id);

    @AnyMember
    Optional<Row> find(String object, UUID id);

    /**
     * Changes the fields given; null empties one.
     *
     * @param version as read; if the record has another by now: {@link io.qudao.kernel.CommonProblem#STALE}
     */
    @AnyMember
    Row patch(String object, UUID id, long version, Value.Fields changes);

    /** Puts a record into the recycle bin: {@link Query#deleted()} finds it there. Its unique values are free again. */
    @AnyMember
    void delete(String object, UUID id, long version);

    /** Takes a record out of the recycle bin; refused where one of its unique values has been taken since. */
    @AnyMember
    Row restore(String object, UUID id);

    @AnyMember
    Page list(Query query);

    /** The names of records to people: those that are there and that the caller may read, in any order. */
    @AnyMember
    Map<UUID, String> labels(String object, Collection<UUID> ids);

    int MOST_IN_BATCH = 1_000;
}
