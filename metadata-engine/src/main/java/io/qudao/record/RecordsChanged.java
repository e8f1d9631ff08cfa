package io.qudao.record;

import io.qudao.kernel.Value;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Records of one object were changed together, in this transaction.
 *
 * @param by member, or the platform
 * @param at to the microsecond
 * @param release number of the release by whose rules they were written
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
        /** They are gone, or in the recycle bin. */
        DELETED,
        /** They are back from the recycle bin. */
        RESTORED
    }

    /**
     * One record's change.
     *
     * @param before all its values by field name; empty where there was no record, or the listener wishes ids only
     * @param after likewise; empty where there is no record any more
     */
    public record Change(UUID id, Value.Fields before, Value.Fields after) {
        /** Names of the fields that have another value than before. */
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
