package io.qudao.search;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of one object searchable; implemented by a bean of the module that owns them and called in the
 * tenant's scope and a transaction.
 */
@ByModules
public interface SearchSource {
    /** Returns the object, such as {@code product}. */
    String object();

    /**
     * Returns the objects whose changes may affect the index. For other objects than its own, {@link #concerned}
     * determines the affected records.
     */
    default Set<String> objects() {
        return Set.of(object());
    }

    /** Returns the ids of the records affected by a change of records of another of its {@link #objects}. */
    default Set<UUID> concerned(String changed, Set<UUID> ids) {
        return ids;
    }

    /** Returns further outbox topics that report a change; the message's key is the record's id. */
    default Set<String> topics() {
        return Set.of();
    }

    /**
     * Returns the current content of these records, without the fields that are hidden from the caller. The index is
     * filled by the platform, from which nothing is; a record that is missing is removed from it.
     */
    List<SearchDocument> read(Collection<UUID> ids);

    /** Returns all ids in pages, to rebuild the index. */
    Slice<UUID> ids(@Nullable String cursor);

    /** Returns those of the records that the caller may see; called for every hit. */
    Set<UUID> visible(Collection<UUID> ids);

    /** Returns the same if some of the texts may be hidden from the caller. */
    default Visible readable(Collection<UUID> ids) {
        return new Visible(visible(ids), List.of());
    }

    /**
     * The records a caller may find.
     *
     * @param wholly ids of the records of which nothing is hidden
     * @param partly the visible part of the other records
     */
    record Visible(Set<UUID> wholly, List<SearchDocument> partly) {
        public Visible {
            wholly = Set.copyOf(wholly);
            partly = List.copyOf(partly);
        }
    }
}
