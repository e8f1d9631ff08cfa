package io.qudao.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Slice;
import io.qudao.outbox.Outbox;
import io.qudao.search.SearchDocument;
import io.qudao.search.SearchHit;
import io.qudao.search.SearchSource;
import io.qudao.testing.NoTransactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class VisibleSearchUnitTests {
    private final NoTransactions transactions = new NoTransactions();
    private final List<Boolean> connected = new ArrayList<>();
    private final Owner owner = new Owner();
    private int all = 5_000;

    @Test
    void looksFurtherInFewSteps() {
        owner.seen.add(id(1_499));
        assertThat(search(1)).extracting(SearchHit::id).containsExactly(id(1_499));
        assertThat(connected).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void findsTheOnlyOneThatCanBeSeenAmongVeryMany() {
        all = 150_000;
        owner.seen.add(id(149_999));
        assertThat(search(20)).extracting(SearchHit::id).containsExactly(id(149_999));
        assertThat(connected).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void endsWhereNothingCanBeSeen() {
        assertThat(search(1)).isEmpty();
        assertThat(connected).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void takesTheFirstThatCanBeSeenInOneStep() {
        IntStream.range(0, 5_000).forEach(number -> owner.seen.add(id(number)));
        assertThat(search(3)).extracting(SearchHit::id).containsExactly(id(0), id(1), id(2));
        assertThat(connected).hasSize(1);
    }

    @Test
    void waitsForTheEngineWithoutAConnection() {
        owner.seen.add(id(700));
        assertThat(search(10)).hasSize(1);
        assertThat(connected).isNotEmpty().containsOnly(false);
        assertThat(owner.connected).isNotEmpty().containsOnly(true);
    }

    private List<SearchHit> search(int limit) {
        var transaction = new TransactionTemplate(transactions);
        var reindexing = new Reindexing(new Messages(new NoOutbox(), JsonMapper.shared()), transaction);
        return new VisibleSearch(
                        this::hits, () -> new TreeMap<>(Map.of(owner.object(), owner)), reindexing, transaction)
                .search("x", Set.of(), limit);
    }

    private List<SearchHit> hits(String query, Set<String> objects, @Nullable SearchHit after, int limit) {
        connected.add(transactions.isOpen());
        int first = after == null ? 0 : Math.toIntExact(after.id().getLeastSignificantBits()) + 1;
        return IntStream.range(first, Math.min(all, first + limit))
                .mapToObj(number -> new SearchHit("probe", id(number), "x", "{}", 1))
                .toList();
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }

    private final class Owner implements SearchSource {
        private final Set<UUID> seen = new HashSet<>();
        private final List<Boolean> connected = new ArrayList<>();

        @Override
        public String object() {
            return "probe";
        }

        @Override
        public Set<String> topics() {
            return Set.of();
        }

        @Override
        public List<SearchDocument> read(Collection<UUID> ids) {
            throw new AssertionError("nothing is indexed in these tests");
        }

        @Override
        public Slice<UUID> ids(@Nullable String cursor) {
            throw new AssertionError("nothing is indexed in these tests");
        }

        @Override
        public Set<UUID> visible(Collection<UUID> ids) {
            connected.add(transactions.isOpen());
            var visible = new HashSet<>(ids);
            visible.retainAll(seen);
            return visible;
        }
    }

    private static final class NoOutbox implements Outbox {
        @Override
        public void append(String topic, String key, String json) {
            throw new AssertionError("nothing is told in these tests");
        }

        @Override
        public void append(String topic, Collection<String> keys, String json) {
            throw new AssertionError("nothing is told in these tests");
        }
    }
}
