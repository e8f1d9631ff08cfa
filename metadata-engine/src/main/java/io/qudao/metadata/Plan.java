package io.qudao.metadata;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Locale;
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
 * @param permissionSets all permission sets as they would be
 * @param demands requirements that it places on the values of existing records
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
        List<PermissionSet> permissionSets,
        List<Demand> demands,
        String fingerprint) {
    public Plan {
        changes = List.copyOf(changes);
        violations = List.copyOf(violations);
        slots = List.copyOf(slots);
        conflicts = List.copyOf(conflicts);
        warnings = List.copyOf(warnings);
        audiences = List.copyOf(audiences);
        permissionSets = List.copyOf(permissionSets);
        demands = List.copyOf(demands);
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

    /**
     * A requirement that a changed field places on the values of existing records.
     *
     * @param key the field under its new name
     * @param object published name of the object
     * @param field published name of the field; null for a new field
     * @param options options to be removed, for {@link Asked#OPTIONS}
     * @param limit maximum number of characters or of digits before the point; 0 where there is none
     */
    public record Demand(
            ComponentKey key, String object, @Nullable String field, Asked asked, List<String> options, int limit) {
        public Demand {
            options = List.copyOf(options);
        }
    }

    /** What may be required of values. */
    public enum Asked {
        /** No two records share a value. Violations are a warning: the constraint fails until they are resolved. */
        UNIQUE,
        /** Every record has a value. Violations are a warning: records without one stay valid until they are filled in. */
        REQUIRED,
        /** An index finds the values. */
        FILTERABLE,
        /** The search index contains the values. */
        SEARCHABLE,
        /** No value is a removed option. Violations need consent: such values are no longer shown. */
        OPTIONS,
        /** No text is longer. The plan refuses the change in any case. */
        LENGTH,
        /** No number has more digits before the point. The plan refuses the change in any case. */
        PRECISION,
        /** No record has a value, because the type changes. The plan refuses the change in any case. */
        TYPE;

        /** Returns the name used in messages and in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How many existing records violate a demand.
     *
     * @param against number of records that violate it; null if there are too many to check in time
     * @param examples values of some of them, as far as the caller may read them
     */
    public record Finding(Demand demand, @Nullable Long against, List<Example> examples) {
        public Finding {
            examples = List.copyOf(examples);
        }

        /** Returns whether there is anything to report. */
        public boolean isAgainst() {
            return against == null || against > 0;
        }

        /** Returns the message for the finding. */
        public Violation violation() {
            String key = demand.key().toString();
            return against == null
                    ? Violation.of(key, "metadata.found.uncounted")
                    : Violation.of(key, "metadata.found." + demand.asked().code(), against, demand.limit());
        }
    }

    /** A value and the number of records that have it. */
    public record Example(String value, long count) {}

    /** Checks existing records: a bean of the module that stores them. */
    @ByModules
    public interface Evidence {
        /** Returns a finding for each demand, in order. */
        List<Finding> against(List<Demand> demands);
    }
}
