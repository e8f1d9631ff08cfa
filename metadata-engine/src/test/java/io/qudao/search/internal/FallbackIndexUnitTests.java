package io.qudao.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.search.SearchDocument;
import io.qudao.search.SearchHit;
import io.qudao.search.SearchIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FallbackIndexUnitTests {
    private static final SearchHit FIRST = new SearchHit("product", new UUID(0, 1), "first", "{}", 1);
    private static final SearchHit SECOND = new SearchHit("product", new UUID(0, 2), "second", "{}", 1);

    private final Switchable engine = new Switchable();
    private final SetClock clock = new SetClock();
    private final FallbackIndex index =
            new FallbackIndex(engine, (query, objects, skip, limit) -> List.of(SECOND), Duration.ofSeconds(5), clock);

    @Test
    void searchesInTheFirstWhileItIsUp() {
        assertThat(search()).isEqualTo(FIRST);
    }

    @Test
    void searchesInTheSecondWhileTheFirstIsDownAndLeavesItInPeace() {
        engine.up = false;
        assertThat(search()).isEqualTo(SECOND);
        assertThat(search()).isEqualTo(SECOND);
        assertThat(engine.asked).isEqualTo(1);
        engine.up = true;
        clock.now = clock.now.plusSeconds(4);
        assertThat(search()).isEqualTo(SECOND);
        clock.now = clock.now.plusSeconds(1);
        assertThat(search()).isEqualTo(FIRST);
    }

    private SearchHit search() {
        return index.search("x", Set.of(), null, 10).getFirst();
    }

    private static final class Switchable implements SearchIndex {
        private boolean up = true;
        private int asked;

        @Override
        public void put(List<SearchDocument> documents) {
            throw new AssertionError("nothing is written in these tests");
        }

        @Override
        public void remove(String object, Collection<UUID> ids) {
            throw new AssertionError("nothing is written in these tests");
        }

        @Override
        public List<SearchHit> search(String query, Set<String> objects, @Nullable SearchHit after, int limit) {
            asked++;
            if (!up) {
                throw new SearchDownException("down", null);
            }
            return List.of(FIRST);
        }
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
