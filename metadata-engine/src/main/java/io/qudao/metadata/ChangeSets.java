package io.qudao.metadata;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The drafts of the caller's tenant, which exist side by side. Each has a name and an author and is published by
 * itself. {@link Releases} works in the one the caller has chosen, otherwise in the caller's own, which their first
 * edit creates.
 */
public interface ChangeSets {
    /** Returns all change sets, the last edited first. */
    @Permits("metadata.read")
    List<ChangeSet> list();

    /**
     * Creates a change set and chooses it for the caller.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a missing or too
     *     long name
     */
    @Permits("metadata.edit")
    @HeadOffice
    ChangeSet create(String name);

    /**
     * Chooses this change set for the caller, whoever created it.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @Permits("metadata.edit")
    @HeadOffice
    void choose(UUID id);

    /**
     * Deletes a change set with its edits. That of somebody else needs {@code metadata.publish}.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, or {@link
     *     io.qudao.kernel.CommonProblem#FORBIDDEN} for that of somebody else
     */
    @Permits("metadata.edit")
    @HeadOffice
    void discard(UUID id);

    /**
     * Resolves conflicts between an edit in the chosen change set and a release published meanwhile: where both changed
     * an attribute, the given side wins; all other changes of both sides are kept.
     *
     * @param attributes the attributes to resolve, as the plan names them; the other conflicts of the component remain.
     *     Empty: all
     * @throws io.qudao.kernel.ProblemException {@code metadata.unknown_component} if the change set does not edit the
     *     component, or {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for an attribute without a conflict
     */
    @Permits("metadata.edit")
    @HeadOffice
    Draft resolve(ComponentKey key, Side side, Set<String> attributes);

    /**
     * Runs calls of {@link Releases} in this change set; they raise {@link
     * io.qudao.kernel.CommonProblem#NOT_FOUND} if there is none.
     */
    @ByModules
    <T, X extends Throwable> T within(UUID id, ScopedValue.CallableOp<? extends T, X> work) throws X;

    /** The side that wins a conflict. */
    enum Side {
        MINE,
        THEIRS
    }

    /**
     * A change set.
     *
     * @param author null if unknown: created before authors were recorded
     * @param base release its first edit started from
     * @param changes number of components it edits
     * @param chosen whether the caller works in it
     */
    record ChangeSet(
            UUID id,
            String name,
            @Nullable UUID author,
            String authorName,
            int base,
            int changes,
            Instant changedAt,
            boolean chosen) {}
}
