package io.qudao.record;

import io.qudao.kernel.Value;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * A record as the caller may read it.
 *
 * @param version grows with each change
 * @param name display name; empty if it has none or the caller may not read it
 * @param values by field name, in the order of the object's fields or of the requested columns; null is {@link
 *     Value.Null}
 * @param labels names of the records that look-ups among the values refer to, if the query requested them
 */
public record Row(
        String object,
        UUID id,
        long version,
        String name,
        SequencedMap<String, Value> values,
        Map<UUID, String> labels) {
    /** Returns the value of a field; null if it is empty, hidden or was not requested. */
    public Value value(String field) {
        return values.getOrDefault(field, Value.none());
    }
}
