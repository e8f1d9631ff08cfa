package io.qudao.search;

import io.qudao.kernel.ByModules;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An index of the caller's tenant. All words of a query must occur: a Latin word as the beginning of a word, Chinese as
 * a fragment anywhere. Adapters find the same documents in the same order: best score, then id.
 */
@ByModules
public interface SearchIndex {
    /** Writes documents, each in place of its earlier self. */
    void put(List<SearchDocument> documents);

    void remove(String object, Collection<UUID> ids);

    /**
     * @param objects where to look; empty is everywhere
     * @param skip how many of the best to leave out
     */
    List<SearchHit> search(String query, Set<String> objects, int skip, int limit);
}
