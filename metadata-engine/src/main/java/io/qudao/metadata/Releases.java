package io.qudao.metadata;

import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Violation;
import io.qudao.metadata.PermissionSet.Access;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Configures the caller's tenant: edit the chosen change set ({@link ChangeSets}), plan, publish, roll back. */
public interface Releases {
    /**
     * Returns every component as the draft would leave it, by kind and object, with the parts of an object in their
     * order.
     */
    @Permits("metadata.read")
    List<Listing> components();

    /** Returns a component as the draft would leave it; empty if there is none. */
    @Permits("metadata.read")
    Optional<Listing> component(ComponentKey key);

    /** Returns the JSON Schema of a kind's documents. */
    @Permits("metadata.read")
    String schema(ComponentKind kind);

    /** Returns what the change set at work edits, and the release it is based on. */
    @Permits("metadata.read")
    Draft draft();

    /**
     * Adds a component to the draft, or replaces it there. A document that violates its schema is refused with all
     * violations.
     *
     * @throws io.qudao.kernel.ProblemException {@code metadata.invalid_component} with all violations, {@link
     *     io.qudao.kernel.CommonProblem#MALFORMED}, or {@link io.qudao.kernel.CommonProblem#TOO_LARGE}
     */
    @Permits("metadata.edit")
    @HeadOffice
    default Draft put(Component component) {
        return put(component, null);
    }

    /**
     * Adds or replaces a component in the draft, if it is still as the caller read it.
     *
     * @param tag tag of its {@link Listing}; empty if it must not exist yet, null to skip the check
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#STALE} if the component has
     *     changed, and as {@link #put(Component)}
     */
    @Permits("metadata.edit")
    @HeadOffice
    Draft put(Component component, @Nullable String tag);

    /**
     * Renames an object or a field of the tenant everywhere it is used. Its records and values are kept.
     *
     * @throws io.qudao.kernel.ProblemException {@code metadata.unknown_component}, {@code metadata.standard_component},
     *     or {@code metadata.invalid_component} for a name that is not allowed
     */
    @Permits("metadata.edit")
    @HeadOffice
    Draft rename(ComponentKey key, String name);

    /**
     * Grants permission sets the rights to see, create and change all records of an object, in the same draft. Sets
     * that already have rights on it keep theirs.
     *
     * @throws io.qudao.kernel.ProblemException {@code metadata.unknown_component} if a permission set does not exist
     */
    @Permits("metadata.edit")
    @HeadOffice
    Draft grant(String object, Set<String> permissionSets);

    /**
     * Removes the tenant's component, an object together with its parts; a standard component returns to what ships.
     *
     * @throws io.qudao.kernel.ProblemException {@code metadata.unknown_component} or {@code
     *     metadata.standard_component}
     */
    @Permits("metadata.edit")
    @HeadOffice
    default Draft remove(ComponentKey key) {
        return remove(key, null);
    }

    /**
     * Removes the tenant's component, if it is still as the caller read it.
     *
     * @param tag tag of its {@link Listing}; null to skip the check
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#STALE} if the component has
     *     changed, and as {@link #remove(ComponentKey)}
     */
    @Permits("metadata.edit")
    @HeadOffice
    Draft remove(ComponentKey key, @Nullable String tag);

    /** Takes back all edits of the change set at work. */
    @Permits("metadata.edit")
    @HeadOffice
    void discard();

    /** Returns what publishing the change set at work would change, and what stands against it; records are not read. */
    @Permits("metadata.read")
    Plan plan();

    /** Checks existing records against the demands of a plan. This reads records and may take seconds. */
    @Permits("metadata.read")
    List<Plan.Finding> findings(Plan plan);

    /**
     * Publishes the whole draft as the next release, in a transaction of its own: it does not join the caller's. What
     * others published meanwhile is kept. Refused with all violations or conflicts, or if the draft is empty, is
     * destructive without consent, or is not the one that was planned; the draft is then left as it was.
     *
     * @throws io.qudao.kernel.ProblemException {@code metadata.draft_empty}, {@code metadata.conflicts} or {@code
     *     metadata.invalid_plan} with all violations, {@code metadata.destructive}, {@code metadata.plan_changed},
     *     {@code metadata.unknown_component} if a permission set does not exist, {@link
     *     io.qudao.kernel.CommonProblem#INVALID_INPUT} for a too long comment, or {@link
     *     io.qudao.kernel.CommonProblem#FORBIDDEN} if access is granted without {@code metadata.edit}
     */
    @Permits("metadata.publish")
    @HeadOffice
    Release publish(Publication publication);

    /**
     * Publishes a draft that destroys nothing.
     *
     * @throws io.qudao.kernel.ProblemException as {@link #publish(Publication)}
     */
    @Permits("metadata.publish")
    @HeadOffice
    default Release publish(String comment) {
        return publish(new Publication(comment, false, null));
    }

    /** Returns the releases, newest first. */
    @Permits("metadata.read")
    List<Release> history();

    /**
     * Returns the effects of {@link #rollback}.
     *
     * @throws io.qudao.kernel.ProblemException {@code metadata.no_such_release}
     */
    @Permits("metadata.read")
    Plan planRollback(int number);

    /**
     * Publishes the components of one of the last 50 releases as the next release. Refused like a publish. Drafts are
     * kept.
     *
     * @throws io.qudao.kernel.ProblemException {@code metadata.no_such_release}, and as {@link #publish(Publication)}
     */
    @Permits("metadata.publish")
    @HeadOffice
    Release rollback(int number, Publication consent);

    /** Returns the release that changed the tenant's document of a component last, or took it away; empty where none did. */
    @Permits("metadata.read")
    Optional<Release> lastChange(ComponentKey key);

    /** Returns the document of a component that ships with the platform now, whether the tenant stands on it yet or not. */
    @Permits("metadata.read")
    Optional<String> shipped(ComponentKey key);

    /**
     * Returns the conflicts between the components that ship now and the tenant's own; while there are any, the tenant
     * stays on the components that shipped before.
     */
    @Permits("metadata.read")
    List<Violation> upgradeConflicts();

    /**
     * @param destructive whether hiding values that records hold is accepted
     * @param fingerprint of the plan that was accepted, or null
     * @param access what permission sets get with the release; the plan's fingerprint does not cover it
     */
    record Publication(
            String comment, boolean destructive, @Nullable String fingerprint, List<Access> access) {
        public Publication {
            access = List.copyOf(access);
        }

        /** A publication that grants nothing. */
        public Publication(String comment, boolean destructive, @Nullable String fingerprint) {
            this(comment, destructive, fingerprint, List.of());
        }
    }

    /**
     * A component and its layers.
     *
     * @param standard document that ships with the platform, or null
     * @param own document of the tenant, or null
     * @param effective both documents merged
     * @param edited whether it differs in the draft from the published state
     * @param systemFields of an object: fields that each of its records has and no component defines
     * @param tag changes whenever the tenant's document changes, and only then
     */
    record Listing(
            ComponentKey key,
            @Nullable String standard,
            @Nullable String own,
            String effective,
            List<Field> systemFields,
            boolean edited,
            String tag) {
        public Listing {
            systemFields = List.copyOf(systemFields);
        }
    }
}
