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

    /** Outbox topics that tell of a change; the message's key is the record's id. */
    Set<String> topics();

    /** The present state of these records; one that is absent is taken out of the index. */
    List<SearchDocument> read(Collection<UUID> ids);

    /** All ids, in pages, to build the index anew. */
    Slice<UUID> ids(@Nullable String cursor);

    /** Which of these records the caller may see; asked for every hit. */
    Set<UUID> visible(Collection<UUID> ids);
}
