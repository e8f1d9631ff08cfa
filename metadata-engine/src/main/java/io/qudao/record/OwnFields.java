package io.qudao.record;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Value;
import java.util.UUID;

/**
 * The tenant's own fields of a standard object, for the module that reads its records itself. Who made a record without rights
 * on its object reads the fields that it cannot be made without. {@link StandardRecords} writes them.
 */
@ByModules
public interface OwnFields {
    /** The own fields of a record that the caller may read, in the order of the object; empty where there is none. */
    Value.Fields of(String object, UUID id);

    /** All own fields of a record in reach, whoever asks: for rules and approvals, never for an answer. */
    Value.Fields whole(String object, UUID id);
}
