package io.qudao.search.internal;

import io.qudao.kernel.Keyset;
import io.qudao.search.Search;
import io.qudao.search.SearchHit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the best hits from the index and asks each record's source whether the caller may see it. */
@Component
final class VisibleSearch implements Search {
    private static final int DEEPEST = 2_000;
    private static final int NEXT = 500;

    private final SearchEngine engine;
    private final SearchSources sources;
    private final Reindexing reindexing;
    private final TransactionTemplate transaction;

    VisibleSearch(SearchEngine engine, SearchSources sources, Reindexing reindexing, TransactionTemplate transaction) {
        this.engine = engine;
        this.sources = sources;
        this.reindexing = reindexing;
        this.transaction = transaction;
    }

    @Override
    public List<SearchHit> search(String query, Set<String> objects, int limit) {
        int most = Keyset.limit(limit);
        sources.require(objects);
        return visible(query, objects, most);
    }

    @Override
    public long reindex(Set<String> objects) {
        sources.require(objects);
        return sources.all().stream()
                .filter(source -> objects.isEmpty() || objects.contains(source.object()))
                .mapToLong(reindexing::of)
                .sum();
    }

    /** Reads few hits at first, because most callers may see most of them, then continues in large steps. */
    private List<SearchHit> visible(String query, Set<String> objects, int most) {
        var visible = new ArrayList<SearchHit>();
        int skip = 0;
        for (int page = most * 2; skip < DEEPEST && visible.size() < most; page = Math.max(page, NEXT)) {
            var hits = engine.search(query, objects, skip, page);
            var seen = seen(hits);
            hits.stream().filter(hit -> seen.contains(hit.id())).forEach(visible::add);
            if (hits.size() < page) {
                break;
            }
            skip += page;
        }
        return visible.subList(0, Math.min(most, visible.size()));
    }

    private Set<UUID> seen(List<SearchHit> hits) {
        return hits.isEmpty() ? Set.of() : transaction.execute(status -> askOwners(hits));
    }

    private Set<UUID> askOwners(List<SearchHit> hits) {
        var seen = new HashSet<UUID>();
        Map<String, Set<UUID>> byObject = hits.stream()
                .collect(Collectors.groupingBy(
                        SearchHit::object, Collectors.mapping(SearchHit::id, Collectors.toSet())));
        byObject.forEach((object, ids) -> sources.find(object).ifPresent(source -> seen.addAll(source.visible(ids))));
        return seen;
    }
}
