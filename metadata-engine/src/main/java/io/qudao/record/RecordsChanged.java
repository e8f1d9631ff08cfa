package io.qudao.record;

import io.qudao.kernel.Value;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Records of one object were changed together in this transaction.
 *
 * @param by member id, or the platform
 * @param at with microsecond precision
 * @param release number of the release whose rules applied
 */
public record RecordsChanged(String object, Kind kind, List<Change> changes, UUID by, Instant at, int release) {
    public RecordsChanged {
        changes = List.copyOf(changes);
    }

    public List<UUID> ids() {
        return changes.stream().map(Change::id).toList();
    }

    /** What happened to the records. */
    public enum Kind {
        CREATED,
        CHANGED,
        /** They were deleted or moved to the recycle bin. */
        DELETED,
        /** They were restored from the recycle bin. */
        RESTORED
    }

    /**
     * The change of one record.
     *
     * @param version the version of the record now; the last version of a deleted record; 0 if the listener wants ids only
     * @param before all values by field name; empty if the record did not exist, or if the listener wants ids only
     * @param after like before; empty if the record no longer exists
     */
    public record Change(UUID id, long version, Value.Fields before, Value.Fields after) {
        /** Returns the names of the fields whose value changed. */
        public Set<String> fields() {
            var names = new TreeSet<>(before.values().keySet());
            names.addAll(after.values().keySet());
            names.removeIf(name -> Objects.equals(value(before, name), value(after, name)));
            return names;
        }

        private static Value value(Value.Fields fields, String name) {
            return fields.values().getOrDefault(name, Value.none());
        }
    }
}
