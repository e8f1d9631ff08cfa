package io.qudao.metadata;

import io.qudao.kernel.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What publishing the draft would do.
 *
 * @param base release the draft started from
 * @param newest release it would be applied to; what was published meanwhile is kept
 * @param violations everything that forbids it, at {@code kind/name/path}
 * @param conflicts where a release published meanwhile says something else than the draft: they are settled first
 * @param warnings what does not forbid it, but is hardly meant
 * @param audiences who may see what is new
 * @param fingerprint stands for exactly this draft on this release; a publish may insist on it
 */
public record Plan(
        int base,
        int newest,
        List<Change> changes,
        List<Violation> violations,
        List<SlotChange> slots,
        List<Conflict> conflicts,
        List<Violation> warnings,
        List<Audience> audiences,
        String fingerprint) {
    public Plan {
        changes = List.copyOf(changes);
        violations = List.copyOf(violations);
        slots = List.copyOf(slots);
        conflicts = List.copyOf(conflicts);
        warnings = List.copyOf(warnings);
        audiences = List.copyOf(audiences);
    }

    public boolean isDestructive() {
        return changes.stream().anyMatch(Change::destructive);
    }

    /**
     * One component that differs.
     *
     * @param from its name before, where it was renamed
     * @param attributes top-level attributes that differ
     * @param destructive values that records hold would no longer be shown
     */
    public record Change(
            ComponentKey key,
            Action action,
            @Nullable ComponentKey from,
            List<String> attributes,
            boolean destructive) {
        public Change(ComponentKey key, Action action, List<String> attributes, boolean destructive) {
            this(key, action, null, attributes, destructive);
        }

        public Change {
            attributes = List.copyOf(attributes);
        }
    }

    public enum Action {
        ADDED,
        CHANGED,
        /** Its records and values stay with it. */
        RENAMED,
        REMOVED
    }

    /**
     * Who may see a new object or field.
     *
     * @param permissionSets names of those that show it
     */
    public record Audience(ComponentKey key, List<String> permissionSets) {
        public Audience {
            permissionSets = List.copyOf(permissionSets);
        }
    }

    /**
     * An attribute that the draft and a release published meanwhile set to different values.
     *
     * @param attribute path in the document; empty where one side took the whole component away
     * @param base its value where the draft started, as JSON; null where there was none
     */
    public record Conflict(
            ComponentKey key,
            String attribute,
            @Nullable String base,
            @Nullable String mine,
            @Nullable String theirs) {}

    /** @param state what the column becomes; {@link SlotState#BUILDING} needs a back-fill */
    public record SlotChange(String object, String field, String column, SlotState state) {}
}
