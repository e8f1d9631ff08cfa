package io.qudao.search.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.search.Search;
import io.qudao.search.SearchHit;
import io.qudao.search.SearchIndex;
import io.qudao.search.SearchSource.Visible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the best hits from the index and asks each record's source whether the caller may see it. */
@Component
final class VisibleSearch implements Search {
    /** As many hits are asked about at most; who sees few of a tenant's records still finds them among so many. */
    private static final int DEEPEST = 200_000;

    private static final int SECOND = 500;
    private static final int FACTOR = 4;

    private final SearchEngine engine;
    private final Sources sources;
    private final Reindexing reindexing;
    private final TransactionTemplate transaction;

    VisibleSearch(SearchEngine engine, Sources sources, Reindexing reindexing, TransactionTemplate transaction) {
        this.engine = engine;
        this.sources = sources;
        this.reindexing = reindexing;
        this.transaction = transaction;
    }

    @Override
    public List<SearchHit> search(String query, Set<String> objects, int limit) {
        int most = Keyset.limit(limit);
        require(objects);
        return visible(query, objects, most);
    }

    @Override
    public long reindex(Set<String> objects) {
        require(objects);
        return sources.all().values().stream()
                .filter(source -> objects.isEmpty() || objects.contains(source.object()))
                .mapToLong(reindexing::of)
                .sum();
    }

    private void require(Set<String> objects) {
        var named = objects.isEmpty() ? Set.<String>of() : sources.named();
        if (!named.containsAll(objects)) {
            throw new ProblemException(
                    CommonProblem.INVALID_INPUT,
                    List.of(Violation.of("objects", "not_one_of", String.join(", ", named))));
        }
    }

    /** Reads few hits at first, because most callers may see most of them, then continues in steps that grow. */
    private List<SearchHit> visible(String query, Set<String> objects, int most) {
        var visible = new ArrayList<SearchHit>();
        SearchHit last = null;
        int asked = 0;
        for (int page = most * 2; asked < DEEPEST && visible.size() < most; page = next(page)) {
            var hits = engine.search(query, objects, last, page);
            visible.addAll(seen(query, hits));
            if (hits.size() < page) {
                break;
            }
            last = hits.getLast();
            asked += page;
        }
        return visible.subList(0, Math.min(most, visible.size()));
    }

    private static int next(int page) {
        return Math.min(SearchIndex.MOST, Math.max(SECOND, page * FACTOR));
    }

    /** Returns the hits the caller may see, each without its hidden part. */
    private List<SearchHit> seen(String query, List<SearchHit> hits) {
        if (hits.isEmpty()) {
            return List.of();
        }
        var tokens = Fragments.ofQuery(query);
        var readable = transaction.execute(status -> askOwners(hits));
        return hits.stream()
                .flatMap(hit -> seen(tokens, hit, readable.get(hit.object())).stream())
                .toList();
    }

    /** A record that is partly hidden is a hit only if its visible part matches. */
    private static Optional<SearchHit> seen(List<String> tokens, SearchHit hit, @Nullable Visible readable) {
        if (readable == null) {
            return Optional.empty();
        }
        if (readable.wholly().contains(hit.id())) {
            return Optional.of(hit);
        }
        return readable.partly().stream()
                .filter(document -> document.id().equals(hit.id()))
                .findFirst()
                .flatMap(document -> Score.hit(tokens, document));
    }

    private Map<String, Visible> askOwners(List<SearchHit> hits) {
        var readable = new HashMap<String, Visible>();
        Map<String, Set<UUID>> byObject = hits.stream()
                .collect(Collectors.groupingBy(
                        SearchHit::object, Collectors.mapping(SearchHit::id, Collectors.toSet())));
        byObject.forEach((object, ids) -> {
            var source = sources.all().get(object);
            if (source != null) {
                readable.put(object, source.readable(ids));
            }
        });
        return readable;
    }
}
