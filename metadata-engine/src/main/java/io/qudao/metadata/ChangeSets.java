package io.qudao.metadata;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of the caller's tenant, side by side: each has a name and an author, and is published by itself. {@link Releases}
 * works in the one the caller has chosen, else in their own; their first edit makes one.
 */
public interface ChangeSets {
    /** The last edited first. */
    @Permits("metadata.read")
    List<ChangeSet> list();

    /** Begins one, in which the caller goes on. */
    @Permits("metadata.edit")
    @HeadOffice
    ChangeSet create(String name);

    /** Goes on in this one, whoever began it. */
    @Permits("metadata.edit")
    @HeadOffice
    void choose(UUID id);

    @Permits("metadata.edit")
    @HeadOffice
    void discard(UUID id);

    /**
     * Settles where an edit of the chosen change set and a release published meanwhile say different things of a
     * component: one side's attributes there, both sides' everywhere else.
     */
    @Permits("metadata.edit")
    @HeadOffice
    Draft resolve(ComponentKey key, Side side);

    /** Runs work of {@link Releases} in this change set. */
    @ByModules
    <T, X extends Throwable> T within(UUID id, ScopedValue.CallableOp<? extends T, X> work) throws X;

    /** Whose word counts. */
    enum Side {
        MINE,
        THEIRS
    }

    /**
     * One of them.
     *
     * @param author null where it is nobody's: from before there were authors
     * @param base release that its first edit started from
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
