package io.qudao.metadata;

import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shaping the caller's tenant: edit the change set chosen ({@link ChangeSets}), plan, publish, roll back. */
public interface Releases {
    /** Every component as the draft would leave it: by kind and object, the parts of an object in their order. */
    @Permits("metadata.read")
    List<Listing> components();

    @Permits("metadata.read")
    Optional<Listing> component(ComponentKey key);

    /** The JSON Schema of a kind's documents. */
    @Permits("metadata.read")
    String schema(ComponentKind kind);

    @Permits("metadata.read")
    Draft draft();

    /** Adds a component to the draft, or replaces it there; a document against its schema is refused with all violations. */
    @Permits("metadata.edit")
    @HeadOffice
    default Draft put(Component component) {
        return put(component, null);
    }

    /**
     * The same, if the component is still as the caller read it.
     *
     * @param tag of its {@link Listing}; empty where it must not be there yet, null for whatever it is
     */
    @Permits("metadata.edit")
    @HeadOffice
    Draft put(Component component, @Nullable String tag);

    /** Gives an object or a field of the tenant another name, wherever it is used: its records and values stay with it. */
    @Permits("metadata.edit")
    @HeadOffice
    Draft rename(ComponentKey key, String name);

    /**
     * Lets permission sets see, make and change all records of an object, in the same draft; those that have rights on it
     * already keep what they have.
     */
    @Permits("metadata.edit")
    @HeadOffice
    Draft grant(String object, Set<String> permissionSets);

    /** Takes the tenant's component away, an object with its parts; a standard one falls back to what ships. */
    @Permits("metadata.edit")
    @HeadOffice
    Draft remove(ComponentKey key);

    @Permits("metadata.edit")
    @HeadOffice
    void discard();

    @Permits("metadata.read")
    Plan plan();

    /**
     * Applies the draft whole and makes the next release, in a transaction of its own: it does not join the caller's.
     * What others published meanwhile is kept. Refused with all violations or conflicts, or when the draft is empty,
     * destructive without saying so, or not the one planned.
     */
    @Permits("metadata.publish")
    @HeadOffice
    Release publish(Publication publication);

    /** Publishes a draft that destroys nothing. */
    @Permits("metadata.publish")
    @HeadOffice
    default Release publish(String comment) {
        return publish(new Publication(comment, false, null));
    }

    /** Newest first. */
    @Permits("metadata.read")
    List<Release> history();

    /** What {@link #rollback} would do. */
    @Permits("metadata.read")
    Plan planRollback(int number);

    /** Makes the next release, with the components of one of the last 50; refused as a publish is. Drafts stay. */
    @Permits("metadata.publish")
    @HeadOffice
    Release rollback(int number, Publication consent);

    /** Where what ships with the platform now does not fit the tenant's own, so that it stays on what shipped before. */
    @Permits("metadata.read")
    List<Violation> upgradeConflicts();

    /**
     * @param destructive whether values that records hold may cease to be shown
     * @param fingerprint of the plan that was agreed to, or null
     */
    record Publication(
            String comment, boolean destructive, @Nullable String fingerprint) {}

    /**
     * A component and where it comes from.
     *
     * @param standard document that ships with the platform, or null
     * @param own document of the tenant, or null
     * @param effective both merged
     * @param edited differs in the draft from what is published
     * @param tag changes with the tenant's document, and only with it
     */
    record Listing(
            ComponentKey key,
            @Nullable String standard,
            @Nullable String own,
            String effective,
            boolean edited,
            String tag) {}
}
