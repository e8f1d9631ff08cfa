package io.qudao.search.internal;

import io.qudao.search.SearchSource;
import java.util.Set;
import java.util.SortedMap;

/** The searchable objects of the caller's tenant, with their sources. */
@FunctionalInterface
interface Sources {
    /** Returns the sources by object. */
    SortedMap<String, SearchSource> all();

    /** Returns the objects the caller may name in a search. */
    default Set<String> named() {
        return all().keySet();
    }
}
