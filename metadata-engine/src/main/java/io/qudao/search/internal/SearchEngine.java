package io.qudao.search.internal;

import io.qudao.search.SearchHit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The read side of an index. */
@FunctionalInterface
interface SearchEngine {
    List<SearchHit> search(String query, Set<String> objects, @Nullable SearchHit after, int limit);
}
