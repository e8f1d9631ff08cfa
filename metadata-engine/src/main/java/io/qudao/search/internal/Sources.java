package io.qudao.search.internal;

import io.qudao.search.SearchSource;
import java.util.Set;
import java.util.SortedMap;

/** What can be searched in the caller's tenant. */
@FunctionalInterface
interface Sources {
    /** By object. */
    SortedMap<String, SearchSource> all();

    /** Objects that the caller may name. */
    default Set<String> named() {
        return all().keySet();
    }
}
