package io.qudao.search.internal;

import io.qudao.search.SearchDocument;
import io.qudao.search.SearchHit;
import java.util.List;
import java.util.Optional;

/** The score of a matching fragment. Both adapters use it, so they rank alike. */
final class Score {
    static final int PER_WEIGHT = 10;
    /** The indexed fragment equals the query's instead of only starting with it. */
    static final int WHOLE = 5;

    private Score() {}

    /** Returns the hit if every fragment matches the document, with the score that both adapters compute. */
    static Optional<SearchHit> hit(List<String> tokens, SearchDocument document) {
        var fragments = Fragments.of(document);
        int score = 0;
        for (String token : tokens) {
            int best = fragments.entrySet().stream()
                    .filter(fragment -> fragment.getKey().startsWith(token))
                    .mapToInt(fragment -> fragment.getValue() * PER_WEIGHT
                            + (fragment.getKey().equals(token) ? WHOLE : 0))
                    .max()
                    .orElse(0);
            if (best == 0) {
                return Optional.empty();
            }
            score += best;
        }
        return Optional.of(
                new SearchHit(document.object(), document.id(), document.title(), document.payload(), score));
    }
}
