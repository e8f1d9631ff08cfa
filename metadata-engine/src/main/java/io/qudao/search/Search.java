package io.qudao.search;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import java.util.List;
import java.util.Set;

/** Finds records the caller may see. */
public interface Search {
    /**
     * The best hits first.
     *
     * @param objects where to look; empty is everywhere
     */
    @AnyMember
    List<SearchHit> search(String query, Set<String> objects, int limit);

    /** Builds the caller's tenant's index of these objects anew, from the outbox; answers how many records are on their way. */
    @Permits("search.manage")
    @HeadOffice
    long reindex(Set<String> objects);
}
