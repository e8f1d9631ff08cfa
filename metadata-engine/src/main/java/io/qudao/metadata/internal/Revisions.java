package io.qudao.metadata.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.kernel.TenantId;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The newest revision of each tenant as this node knows it. Knowledge older than the interval is refreshed by reading
 * one row before it is used, so a release is noticed in time even without a signal, and idle tenants cost nothing.
 */
@Component
final class Revisions {
    private static final int MOST = 100_000;
    private static final int LOOKS_PER_SECOND = 10;

    private final JdbcReleaseStore releases;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration interval;
    private final Cache<TenantId, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<TenantId, Looks> looks =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Revisions(JdbcReleaseStore releases, TransactionTemplate transaction, MetadataProperties properties, Clock clock) {
        this.releases = releases;
        this.transaction = transaction;
        this.interval = properties.checkInterval();
        this.clock = clock;
    }

    /** Returns the newest revision of the caller's tenant. */
    long newest() {
        var tenant = TenantScope.tenant();
        var last = known.getIfPresent(tenant);
        if (last != null && isFresh(last)) {
            return last.revision();
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // The thread holds a connection, so it must not wait for one that waits for a connection.
            return advance(tenant, read());
        }
        return Objects.requireNonNull(known.asMap()
                        .compute(
                                tenant,
                                (key, now) -> now != null && isFresh(now)
                                        ? now
                                        : later(now, new Known(read(), clock.millis()))))
                .revision();
    }

    /**
     * Reads the newest revision even if the known one is fresh, but only a few times per second, so that this causes no
     * load.
     */
    long look() {
        var tenant = TenantScope.tenant();
        return mayLook(tenant) ? advance(tenant, read()) : newest();
    }

    /** Records a revision and returns the newest known. */
    long advance(TenantId tenant, long revision) {
        return Objects.requireNonNull(known.asMap()
                        .merge(tenant, new Known(revision, clock.millis()), (before, now) -> later(before, now)))
                .revision();
    }

    /** Marks the known revision as outdated after a signal; the next use checks it. */
    void expire(TenantId tenant, long revision) {
        known.asMap().computeIfPresent(tenant, (key, now) -> now.revision() < revision ? now.expired() : now);
    }

    private long read() {
        return Objects.requireNonNull(transaction.execute(status -> releases.head()))
                .revision();
    }

    private boolean mayLook(TenantId tenant) {
        var first = new Looks(Math.floorDiv(clock.millis(), 1_000L), 1);
        return Objects.requireNonNull(looks.asMap().merge(tenant, first, (before, now) -> before.and(now)))
                        .count()
                <= LOOKS_PER_SECOND;
    }

    private boolean isFresh(Known last) {
        long age = clock.millis() - last.checkedAt();
        return age >= 0 && age < interval.toMillis();
    }

    private static Known later(@org.jspecify.annotations.Nullable Known before, Known now) {
        return before != null && before.revision() > now.revision()
                ? new Known(before.revision(), now.checkedAt())
                : now;
    }

    /** The number of reads in a second. */
    private record Looks(long second, int count) {
        Looks and(Looks more) {
            return second == more.second ? new Looks(second, count + more.count) : more;
        }
    }

    private record Known(long revision, long checkedAt) {
        Known expired() {
            return new Known(revision, Long.MIN_VALUE / 2);
        }
    }
}
