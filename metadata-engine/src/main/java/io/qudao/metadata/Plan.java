package io.qudao.metadata;

import io.qudao.kernel.Violation;
import java.util.List;

/**
 * What publishing the draft would do.
 *
 * @param base release the draft started from
 * @param newest release it would be applied to; another than {@code base} means the draft is stale
 * @param violations everything that forbids it, at {@code kind/name/path}
 * @param fingerprint stands for exactly this draft on this release; a publish may insist on it
 */
public record Plan(
        int base,
        int newest,
        List<Change> changes,
        List<Violation> violations,
        List<SlotChange> slots,
        String fingerprint) {
    public Plan {
        changes = List.copyOf(changes);
        violations = List.copyOf(violations);
        slots = List.copyOf(slots);
    }

    public boolean isDestructive() {
        return changes.stream().anyMatch(Change::destructive);
    }

    /**
     * One component that differs.
     *
     * @param attributes top-level attributes that differ
     * @param destructive values that records hold would no longer be shown
     */
    public record Change(ComponentKey key, Action action, List<String> attributes, boolean destructive) {
        public Change {
            attributes = List.copyOf(attributes);
        }
    }

    public enum Action {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** @param state what the column becomes; {@link SlotState#BUILDING} needs a back-fill */
    public record SlotChange(String object, String field, String column, SlotState state) {}
}
