package io.qudao.metadata;

import io.qudao.kernel.Permits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shaping the caller's tenant: edit a draft, plan, publish, roll back. */
public interface Releases {
    /** Every component as the draft would leave it, in order of key. */
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
    Draft put(Component component);

    /** Takes the tenant's component away, an object with its parts; a standard one falls back to what ships. */
    @Permits("metadata.edit")
    Draft remove(ComponentKey key);

    @Permits("metadata.edit")
    void discard();

    @Permits("metadata.read")
    Plan plan();

    /**
     * Applies the draft whole and makes the next release, in a transaction of its own: it does not join the caller's.
     * Refused with all violations, or when the draft is empty, stale, destructive without saying so, or not the one planned.
     */
    @Permits("metadata.publish")
    Release publish(Publication publication);

    /** Publishes a draft that destroys nothing. */
    @Permits("metadata.publish")
    default Release publish(String comment) {
        return publish(new Publication(comment, false, null));
    }

    /** Newest first. */
    @Permits("metadata.read")
    List<Release> history();

    /** Makes the next release, with the components of one of the last 50. The draft stays, and is stale. */
    @Permits("metadata.publish")
    Release rollback(int number);

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
     */
    record Listing(
            ComponentKey key,
            @Nullable String standard,
            @Nullable String own,
            String effective,
            boolean edited) {}
}
