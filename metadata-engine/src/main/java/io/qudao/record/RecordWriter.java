package io.qudao.record;

import io.qudao.kernel.Value;
import java.util.UUID;

/**
 * Writes records of one standard object by the rules of its module: a bean of that module. Without one, records of the
 * object are not added or deleted here, and only its editable columns and the tenant's own fields are changed.
 *
 * <p>Called in the caller's scope and a transaction, with values that are checked and of the fields' types.
 */
public interface RecordWriter {
    String object();

    /**
     * Adds a record by its standard fields; the tenant's own are written afterwards.
     *
     * @return its id
     */
    UUID create(Value.Fields values);

    /** Changes standard fields at this version, and the version with them. */
    void patch(UUID id, long version, Value.Fields changes);

    void delete(UUID id, long version);
}
