package io.qudao.metadata;

import io.qudao.kernel.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effects of publishing the draft.
 *
 * @param base release the draft started from
 * @param newest release it would be applied to; changes published meanwhile are kept
 * @param violations everything that prevents publishing, at {@code kind/name/path}
 * @param conflicts where a release published meanwhile differs from the draft; they must be resolved first
 * @param warnings things that do not prevent publishing but are probably unintended
 * @param audiences who may see new objects and fields
 * @param fingerprint identifies exactly this draft on this release; a publish may require it
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
     * @param from its previous name, if it was renamed
     * @param attributes top-level attributes that differ
     * @param destructive whether values that records hold would no longer be shown
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
        /** The component keeps its records and values. */
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
     * @param attribute path in the document; empty if one side removed the whole component
     * @param base its value where the draft started, as JSON; null if there was none
     */
    public record Conflict(
            ComponentKey key,
            String attribute,
            @Nullable String base,
            @Nullable String mine,
            @Nullable String theirs) {}

    /** @param state the new state of the column; {@link SlotState#BUILDING} requires a back-fill */
    public record SlotChange(String object, String field, String column, SlotState state) {}
}
