package io.qudao.record;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Records of one object were changed, in this transaction.
 *
 * @param fields names of the fields that have another value; empty where all of the record is new or gone
 */
public record RecordsChanged(String object, Change change, List<UUID> ids, Set<String> fields) {
    public RecordsChanged {
        ids = List.copyOf(ids);
        fields = Set.copyOf(fields);
    }

    public enum Change {
        CREATED,
        PATCHED,
        DELETED,
        RESTORED
    }
}
