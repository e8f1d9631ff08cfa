package io.qudao.record.internal;

import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Field;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * A record on its way into the store.
 *
 * @param values all of its values by field name, of the fields' types, in the order of the fields
 * @param number its place in a batch, counted from 1; 0 for one by itself
 */
record RecordDraft(UUID id, SequencedMap<String, Value> values, int number) {
    Value value(Field field) {
        return values.getOrDefault(field.name(), Value.none());
    }

    /** The violation as one of this entry. */
    Violation of(Violation violation) {
        return number == 0 ? violation : violation.inRow(number);
    }
}
