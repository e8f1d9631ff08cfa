package io.qudao.record.internal.row;

import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Field;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * A record before it is stored.
 *
 * @param version the version it has once it is stored
 * @param values all its values by field name, of the fields' types, in the order of the fields
 * @param number its position in a batch, counted from 1; 0 for a single record
 */
public record RecordDraft(UUID id, long version, SequencedMap<String, Value> values, int number) {
    public Value value(Field field) {
        return values.getOrDefault(field.name(), Value.none());
    }

    /** Returns the same draft at the next version. */
    public RecordDraft raised() {
        return new RecordDraft(id, version + 1, values, number);
    }

    /** Returns the violation as one of this record. */
    public Violation of(Violation violation) {
        return number == 0 ? violation : violation.inRow(number);
    }
}
