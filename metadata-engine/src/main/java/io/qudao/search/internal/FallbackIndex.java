package io.qudao.search.internal;

import io.qudao.search.SearchHit;
import io.qudao.search.SearchIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Searches the first index, or the second while the first is down. */
final class FallbackIndex implements SearchEngine {
    private static final Logger LOG = LoggerFactory.getLogger(FallbackIndex.class);

    private final SearchIndex first;
    private final SearchEngine second;
    private final Duration pause;
    private final Clock clock;
    private final AtomicReference<Instant> downUntil = new AtomicReference<>(Instant.MIN);

    FallbackIndex(SearchIndex first, SearchEngine second, Duration pause, Clock clock) {
        this.first = first;
        this.second = second;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public List<SearchHit> search(String query, Set<String> objects, @Nullable SearchHit after, int limit) {
        if (clock.instant().isBefore(downUntil.get())) {
            return second.search(query, objects, after, limit);
        }
        try {
            return first.search(query, objects, after, limit);
        } catch (SearchDownException down) {
            downUntil.set(clock.instant().plus(pause));
            LOG.warn("Searches use PostgreSQL for the next {}", pause, down);
            return second.search(query, objects, after, limit);
        }
    }
}
