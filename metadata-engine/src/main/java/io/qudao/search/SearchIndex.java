package io.qudao.search;

import io.qudao.kernel.ByModules;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An index of the caller's tenant. All words of a query must occur: a Latin word as the beginning of a word, a Chinese
 * one as a fragment anywhere. All adapters find the same documents in the same order: best score, then id.
 */
@ByModules
public interface SearchIndex {
    /** Maximum number of hits at once. */
    int MOST = 10_000;

    /** Writes documents, replacing their earlier versions. */
    void put(List<SearchDocument> documents);

    void remove(String object, Collection<UUID> ids);

    /**
     * @param objects objects to search; empty for all
     * @param after the hit after which to continue; null for the best ones
     * @param limit at most {@link #MOST}
     */
    List<SearchHit> search(String query, Set<String> objects, @Nullable SearchHit after, int limit);
}
