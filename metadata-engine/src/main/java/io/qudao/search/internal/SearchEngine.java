package io.qudao.search.internal;

import io.qudao.search.SearchHit;
import java.util.List;
import java.util.Set;

/** The read side of an index. */
@FunctionalInterface
interface SearchEngine {
    List<SearchHit> search(String query, Set<String> objects, int skip, int limit);
}
