package io.qudao.record;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Value;
import java.util.UUID;

/**
 * The tenant's own fields of a standard object, for a module that reads its records itself. A creator of a record who
 * has no rights on its object can read the fields that are required for its creation. {@link StandardRecords} writes
 * own fields.
 */
@ByModules
public interface OwnFields {
    /**
     * Returns the own fields of a record that the caller may read, in the order of the object; empty if there is none.
     */
    Value.Fields of(String object, UUID id);

    /** Returns all own fields of a record regardless of the caller: for rules and approvals, never for a response. */
    Value.Fields whole(String object, UUID id);
}
