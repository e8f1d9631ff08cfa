package io.qudao.metadata;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The change set the caller works in: edits that are not yet published.
 *
 * @param id null before the first edit
 * @param base release it started from
 * @param changed components added or edited, in order of key
 * @param removed components removed, in order of key
 * @param changedAt time of the last edit; null if there is none
 * @param changedBy name of the member who made it
 */
public record Draft(
        @Nullable UUID id,
        String name,
        int base,
        List<Component> changed,
        List<ComponentKey> removed,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {
    public Draft {
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    public boolean isEmpty() {
        return changed.isEmpty() && removed.isEmpty();
    }
}
