package io.qudao.search;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import java.util.List;
import java.util.Set;

/** Finds records the caller may see. */
public interface Search {
    /**
     * Searches and returns the best hits first.
     *
     * @param objects objects to search; empty for all
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong limit or
     *     if one of the objects cannot be searched
     */
    @AnyMember
    List<SearchHit> search(String query, Set<String> objects, int limit);

    /**
     * Rebuilds the caller's tenant's index of these objects through the outbox; returns how many records will be
     * indexed.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} if one of the
     *     objects cannot be searched
     */
    @Permits("search.manage")
    @HeadOffice
    long reindex(Set<String> objects);
}
