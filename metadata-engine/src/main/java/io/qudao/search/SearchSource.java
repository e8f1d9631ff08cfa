package io.qudao.search;

import io.qudao.kernel.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes one object's records searchable: a bean of the module that owns them, called in the tenant's scope and a transaction. */
public interface SearchSource {
    /** Such as {@code product}. */
    String object();

    /** Objects of which a change may change what is found; of others than its own, {@link #concerned} says of which records. */
    default Set<String> objects() {
        return Set.of(object());
    }

    /** Ids of the records that a change of these records of another of its {@link #objects} concerns. */
    default Set<UUID> concerned(String changed, Set<UUID> ids) {
        return ids;
    }

    /** Further outbox topics that tell of a change; the message's key is the record's id. */
    default Set<String> topics() {
        return Set.of();
    }

    /** The present state of these records; one that is absent is taken out of the index. */
    List<SearchDocument> read(Collection<UUID> ids);

    /** All ids, in pages, to build the index anew. */
    Slice<UUID> ids(@Nullable String cursor);

    /** Which of these records the caller may see; asked for every hit. */
    Set<UUID> visible(Collection<UUID> ids);
}
